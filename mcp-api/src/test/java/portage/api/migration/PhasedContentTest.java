package portage.api.migration;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.lettuce.core.RedisClient;
import io.lettuce.core.ScriptOutputType;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

import portage.api.McpApi;
import portage.api.content.ContentStore;
import portage.api.content.Origin;
import portage.api.content.Origin.Source;
import portage.api.migration.PhasedContent.Reads;
import portage.model.content.ContentType;
import portage.model.migration.Phase;
import portage.model.wire.RedisKeys;
import portage.testing.AnnouncedContent;
import portage.testing.RealRedis;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole API over a real redis-server that comes, goes and hangs; the limits are those
 * we promise.
 */
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class PhasedContentTest {

	private static final Origin JSON = new Origin(Source.JSON, false, 0);

	private static final Origin FALLBACK = new Origin(Source.JSON, true, 0);

	private static final Origin REDIS = new Origin(Source.REDIS, false, 1);

	private static final Duration CUTOVER = Duration.ofSeconds(2);

	private static final Duration RETURN = Duration.ofSeconds(5);

	private static final Duration STEP_IN = Duration.ofSeconds(1);

	/** Less than the timeout of a command: nobody waited for Redis. */
	private static final Duration AT_ONCE = Duration.ofMillis(400);

	private final RedisKeys keys = new RedisKeys("portage");

	private final RealRedis redis = RealRedis.start();

	private final List<ConfigurableApplicationContext> started = new ArrayList<>();

	@AfterEach
	void end() {
		this.started.forEach(ConfigurableApplicationContext::close);
		this.redis.close();
	}

	@Test
	void followsTheAnnouncementWithoutAFailedCall() {
		ConfigurableApplicationContext api = start();
		assertThat(origin(api)).isEqualTo(JSON);
		AnnouncedContent.sample(this.redis, this.keys);
		Awaitility.await().atMost(CUTOVER).pollInterval(Duration.ofMillis(5)).until(() -> {
			Origin origin = origin(api);
			assertThat(origin).isIn(JSON, REDIS);
			return origin.equals(REDIS);
		});
		MigrationState state = api.getBean(MigrationWatch.class).state();
		assertThat(state.phase()).isEqualTo(Phase.READ_ONLY);
		assertThat(state.epoch()).isOne();
		assertThat(state.announcement()).isPresent();
	}

	@Test
	void readsRedisFromTheFirstCallOn() {
		AnnouncedContent.sample(this.redis, this.keys);
		assertThat(origin(start())).isEqualTo(REDIS);
	}

	@Test
	void fallsBackWhenRedisIsKilledAndReturnsWithIt() {
		AnnouncedContent.sample(this.redis, this.keys);
		ConfigurableApplicationContext api = start();
		MigrationState before = api.getBean(MigrationWatch.class).state();
		this.redis.kill();
		assertThat(within(STEP_IN, () -> origin(api))).isEqualTo(FALLBACK);
		Awaitility.await().atMost(CUTOVER).until(() -> !api.getBean(MigrationWatch.class).state().redisAnswers());
		MigrationState away = api.getBean(MigrationWatch.class).state();
		assertThat(away.phase()).isEqualTo(before.phase());
		assertThat(away.announcement()).isEqualTo(before.announcement());
		assertThat(away.trouble()).isNotBlank();
		this.redis.restart();
		awaitReturn(api);
	}

	@Test
	void fallsBackWhenRedisHangsAndNobodyWaitsOnceThatIsSeen() {
		AnnouncedContent.sample(this.redis, this.keys);
		ConfigurableApplicationContext api = start();
		this.redis.pause();
		assertThat(within(STEP_IN, () -> origin(api))).isEqualTo(FALLBACK);
		MigrationWatch watch = api.getBean(MigrationWatch.class);
		Awaitility.await().atMost(STEP_IN).until(() -> !watch.state().redisAnswers());
		for (int i = 0; i < 20; i++) {
			assertThat(within(AT_ONCE, () -> origin(api))).isEqualTo(FALLBACK);
		}
		this.redis.resume();
		awaitReturn(api);
	}

	@Test
	void startsWithoutRedisAndFindsItLater() {
		AnnouncedContent.sample(this.redis, this.keys);
		this.redis.stop();
		ConfigurableApplicationContext api = start();
		assertThat(within(AT_ONCE, () -> origin(api))).isEqualTo(FALLBACK);
		this.redis.restart();
		awaitReturn(api);
	}

	@Test
	void startsWhileRedisHangs() {
		this.redis.pause();
		ConfigurableApplicationContext api = start();
		assertThat(origin(api)).isEqualTo(FALLBACK);
		this.redis.resume();
		Awaitility.await().atMost(RETURN).until(() -> origin(api).equals(JSON));
	}

	@Test
	void servesJsonWhileTheKillSwitchIsOn() {
		AnnouncedContent.sample(this.redis, this.keys);
		ConfigurableApplicationContext api = start("--portage.force-json=true");
		assertThat(origin(api)).isEqualTo(JSON);
		assertThat(api.getBean(MigrationWatch.class).state().phase()).isEqualTo(Phase.READ_ONLY);
		this.redis.kill();
		assertThat(within(AT_ONCE, () -> origin(api))).isEqualTo(JSON);
	}

	@Test
	void keepsWhatItKnewWhenRedisComesBackEmpty() {
		AnnouncedContent.sample(this.redis, this.keys);
		ConfigurableApplicationContext api = start();
		command("FLUSHALL");
		assertThat(origin(api)).isEqualTo(FALLBACK);
		Awaitility.await().atMost(CUTOVER).until(() -> !api.getBean(MigrationWatch.class).state().redisAnswers());
		assertThat(origin(api)).isEqualTo(FALLBACK);
		assertThat(api.getBean(MigrationWatch.class).state().trouble()).contains("lost the announcement");
		AnnouncedContent.sample(this.redis, this.keys);
		awaitReturn(api);
	}

	@Test
	void doesNotServeAGenerationThatLacksDocuments() {
		AnnouncedContent.sample(this.redis, this.keys);
		ConfigurableApplicationContext api = start();
		command("DEL", this.keys.order(1, ContentType.PROJECT));
		assertThat(origin(api)).isEqualTo(FALLBACK);
		assertThat(api.getBean(PhasedContent.class).reads()).isEqualTo(Reads.FALLBACK);
	}

	@Test
	void keepsThePhaseItKnewWhenItDoesNotUnderstandTheNewOne() {
		AnnouncedContent.sample(this.redis, this.keys);
		ConfigurableApplicationContext api = start();
		command("HSET", this.keys.control(), "phase", "sideways");
		MigrationWatch watch = api.getBean(MigrationWatch.class);
		Awaitility.await().atMost(CUTOVER).until(() -> !watch.state().redisAnswers());
		assertThat(watch.state().trouble()).contains("there is no phase 'sideways'");
		assertThat(watch.state().phase()).isEqualTo(Phase.READ_ONLY);
		assertThat(origin(api)).isEqualTo(FALLBACK);
	}

	@Test
	void seesTheProgressOfARun() {
		ConfigurableApplicationContext api = start();
		command("HSET", this.keys.progress(), "runId", "7", "generation", "3", "state", "running", "step", "projects",
				"startedAt", "2026-11-01T10:00:00Z", "updatedAt", "oops", "project:read", "12", "project:written", "11",
				"project:rejected", "1", "project:bytes", "900", "project:totalBytes", "1000");
		MigrationWatch watch = api.getBean(MigrationWatch.class);
		Awaitility.await().atMost(CUTOVER).until(() -> watch.state().run().isPresent());
		RunProgress run = watch.state().run().orElseThrow();
		assertThat(run.counts().get(ContentType.PROJECT)).isEqualTo(new RunProgress.Count(12, 11, 1, 900, 1000));
		assertThat(run.counts().get(ContentType.AUDIT)).isEqualTo(new RunProgress.Count(0, 0, 0, 0, 0));
		assertThat(run.startedAt()).isEqualTo("2026-11-01T10:00:00Z");
		assertThat(run.updatedAt()).isNull();
	}

	@Test
	void staysAliveAndReadyWhateverRedisDoes() throws Exception {
		AnnouncedContent.sample(this.redis, this.keys);
		ConfigurableApplicationContext api = start("--portage.redis.write.url=" + this.redis.uri());
		assertThat(health(api, "")).contains("\"phase\":\"read-only\"", "\"generation\":\"g1\"",
				"\"source\":\"redis\"");
		this.redis.pause();
		assertThat(health(api, "/liveness")).contains("UP").doesNotContain("edis");
		assertThat(within(Duration.ofMillis(1500), () -> health(api, "/redisRead"))).contains("DOWN");
		assertThat(within(Duration.ofMillis(1500), () -> health(api, "/redisWrite"))).contains("DOWN");
		Awaitility.await()
			.atMost(CUTOVER)
			.untilAsserted(() -> assertThat(health(api, "/readiness")).contains("\"degraded\":true", "UP")
				.doesNotContain("DOWN"));
		assertThat(get(api, "/actuator/prometheus").statusCode()).isEqualTo(200);
		assertThat(get(api, "/actuator/env").statusCode()).isEqualTo(404);
	}

	@Test
	void saysThatItOnlyReads() {
		assertThat(health(start("--portage.redis.write.url="), "/redisWrite")).contains("read-only", "UP");
	}

	private ConfigurableApplicationContext start(String... settings) {
		List<String> arguments = new ArrayList<>(
				List.of("--server.port=0", "--portage.redis.read.url=" + this.redis.uri()));
		arguments.addAll(List.of(settings));
		ConfigurableApplicationContext api = new SpringApplicationBuilder(McpApi.class)
			.run(arguments.toArray(String[]::new));
		this.started.add(api);
		return api;
	}

	private void awaitReturn(ConfigurableApplicationContext api) {
		Awaitility.await().atMost(RETURN).pollInterval(Duration.ofMillis(20)).until(() -> origin(api).equals(REDIS));
	}

	private void command(String... words) {
		RedisClient client = RedisClient.create(this.redis.uri());
		try {
			client.connect()
				.sync()
				.eval("redis.call(unpack(ARGV)) return 'done'", ScriptOutputType.VALUE, new String[0], words);
		}
		finally {
			client.shutdown();
		}
	}

	private static Origin origin(ConfigurableApplicationContext api) {
		return api.getBean(ContentStore.class).counts(ContentType.PROJECT, List.of()).origin();
	}

	private static <T> T within(Duration limit, Supplier<T> question) {
		long start = System.nanoTime();
		T answer = question.get();
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(limit);
		return answer;
	}

	private static String health(ConfigurableApplicationContext api, String path) {
		return get(api, "/actuator/health" + path).body();
	}

	private static HttpResponse<String> get(ConfigurableApplicationContext api, String path) {
		int port = ((WebServerApplicationContext) api).getWebServer().getPort();
		try {
			return HttpClient.newHttpClient()
				.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
						HttpResponse.BodyHandlers.ofString());
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

}
