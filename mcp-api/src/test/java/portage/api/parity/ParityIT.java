package portage.api.parity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import portage.api.RunningApi;
import portage.api.RunningApi.Reply;
import portage.model.wire.CanonicalJson;
import portage.testing.JobJar;
import portage.testing.RealRedis;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * For the same content, every tool that reads content answers the same from JSON and from
 * Redis, over MCP and HTTP, after a migration by the real job.
 *
 * <p>
 * {@code -Dparity.seed} repeats a run, whose seed stands in its output and in every
 * failure; {@code -Dparity.cases} asks for more than the 1,000 calls.
 */
class ParityIT {

	private static final long SEED = Long.getLong("parity.seed", System.nanoTime() & 0xFFFFFF);

	private static final int CASES = Integer.getInteger("parity.cases", 1000);

	private static final int SITES = 10;

	private static final int MOST_PAGES = 20;

	private static final Map<String, Integer> outcomes = new TreeMap<>();

	private static RealRedis redis;

	private static RunningApi fromRedis;

	@TempDir
	private static Path jobDirectory;

	private static JobJar jobJar;

	@TempDir
	private Path directory;

	private int cases;

	@BeforeAll
	static void start() throws Exception {
		redis = RealRedis.start();
		jobJar = JobJar.extract(jobDirectory, Map.of("PORTAGE_REDIS_URL", redis.uri(), "PORTAGE_REPOSITORY_URL",
				"jdbc:h2:mem:parity;DB_CLOSE_DELAY=-1"));
		assertThat(jobJar.train(jobDirectory.resolve("training.log"), "training", "migrate")).isZero();
		fromRedis = RunningApi.start(redis);
		System.out.printf("parity.seed=%d parity.cases=%d%n", SEED, CASES);
	}

	@AfterAll
	static void stop() {
		fromRedis.close();
		redis.close();
		System.out.println("parity: " + outcomes);
		if (CASES >= 1000) { // else chance may leave one out
			assertThat(outcomes).as("what the generated calls met")
				.containsKeys("next page", "list_projects found", "list_projects nothing", "list_resources found",
						"list_resources VALIDATION_FAILED", "get_project found", "get_project PROJECT_NOT_FOUND",
						"get_resource found", "get_resource RESOURCE_NOT_FOUND", "get_audit_log found",
						"get_audit_log VALIDATION_FAILED", "get_audit_stats found");
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 })
	void bothStoresAnswerAlike(int site) throws Exception {
		Random random = new Random(SEED * SITES + site);
		GeneratedSite.write(this.directory, random, switch (site) {
			case 0 -> 0;
			case 1 -> 4;
			case 2 -> 2000; // more than a script looks at in one go
			default -> 150;
		});
		String before = generation();
		Process job = migrate(); // while it runs, the server for its source starts
		try (RunningApi fromJson = RunningApi.start(redis, "portage.force-json=true",
				"portage.json.directory=" + this.directory)) {
			assertThat(job.waitFor(2, TimeUnit.MINUTES)).as("the job ends").isTrue();
			assertThat(job.exitValue()).as("exit code of the job: %s", Files.readString(log())).isZero();
			Awaitility.await()
				.atMost(Duration.ofSeconds(10))
				.until(ParityIT::generation, (generation) -> !generation.equals(before));
			while (this.cases < CASES / SITES) {
				compare(fromJson, GeneratedCall.next(random), site);
			}
		}
		finally {
			job.destroyForcibly();
		}
	}

	private Process migrate() throws IOException {
		return jobJar.start(log(), "portage", "migrate", "--source", this.directory.toString(), "--on-reject", "skip",
				"--max-rejects", "100000");
	}

	/** Not a source's name, so that the job does not mind it. */
	private Path log() {
		return this.directory.resolve("job.log");
	}

	/** What Redis is read from; empty before the first announcement. */
	private static String generation() {
		return fromRedis.call("get_audit_stats", Map.of()).at("/meta/generation").asString("");
	}

	/** Compares the answers to one call, and to those for all the pages behind it. */
	private void compare(RunningApi fromJson, GeneratedCall call, int site) {
		GeneratedCall asked = call;
		for (int page = 0; page < MOST_PAGES; page++) {
			this.cases++;
			Reply json = fromJson.call(asked.tool(), asked.arguments());
			Reply other = fromRedis.call(asked.tool(), asked.arguments());
			assertThat(comparable(other, "redis"))
				.as("parity.seed=%d, site %d: %s %s from Redis, compared with JSON", SEED, site, asked.tool(),
						asked.arguments())
				.isEqualTo(comparable(json, "json"));
			assertThat(other.error()).isEqualTo(json.error());
			String cursor = json.at("/meta/nextCursor").asString("");
			outcomes.merge(cursor.isEmpty() ? asked.tool() + " " + outcome(json) : "next page", 1, Integer::sum);
			if (cursor.isEmpty()) {
				return;
			}
			asked = call.from(cursor);
		}
	}

	private static String outcome(Reply reply) {
		String code = reply.at("/error/code").asString("");
		return !code.isEmpty() ? code : reply.at("/data").isEmpty() ? "nothing" : "found";
	}

	/**
	 * As text, where the order of fields and the digits of numbers show, but without what
	 * may differ.
	 */
	private static String comparable(Reply reply, String source) {
		JsonNode json = CanonicalJson.STRICT.readTree(reply.text());
		assertThat(json).isEqualTo(reply.json());
		if (json.get("meta") instanceof ObjectNode meta) {
			assertThat(meta.remove("source").stringValue()).isEqualTo(source);
			assertThat(meta.get("degraded").booleanValue()).isFalse();
			meta.remove(List.of("generation", "timestamp"));
		}
		return CanonicalJson.STRICT.writeValueAsString(json);
	}

}
