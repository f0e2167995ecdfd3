package portage.job.restart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import portage.testing.H2Server;
import portage.testing.JobJar;
import portage.testing.RealRedis;
import portage.testing.RedisDump;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Kills the job with SIGKILL at random points, sometimes twice in a row, runs it again,
 * and compares everything in Redis and every count with a run that nobody disturbed.
 *
 * <p>
 * {@code -Drestart.rounds} and {@code -Drestart.seed} choose how many and which; the seed
 * is printed.
 */
class RestartIT {

	private static final int ROUNDS = Integer.getInteger("restart.rounds", 20);

	private static final long SEED = Long.getLong("restart.seed", System.nanoTime());

	private static final int PROJECTS = 600;

	private static final int OTHERS = 150;

	private static final int ELEMENTS = PROJECTS + 2 * OTHERS;

	@TempDir
	private static Path directory;

	private static RealRedis redis;

	private static RedisClient client;

	private static H2Server h2;

	private static JobJar job;

	private static Map<String, Object> undisturbed;

	private static JsonNode undisturbedReport;

	@BeforeAll
	static void runUndisturbed() throws Exception {
		System.out.println("restart.seed=" + SEED);
		redis = RealRedis.start();
		client = RedisClient.create(redis.uri());
		h2 = new H2Server(directory.resolve("h2"));
		GeneratedSource.write(directory.resolve("source"), SEED, PROJECTS, OTHERS);
		job = JobJar.extract(directory, Map.of("PORTAGE_REDIS_URL", redis.uri(), "PORTAGE_REPOSITORY_URL", h2.url()));
		Path log = directory.resolve("undisturbed.log");
		int exit = job.train(log, "undisturbed", arguments("undisturbed"));
		assertThat(exit).as(Files.readString(log)).isZero();
		try (StatefulRedisConnection<String, String> connection = client.connect()) {
			undisturbed = RedisDump.of(connection.sync(), "undisturbed");
		}
		undisturbedReport = report("undisturbed");
		assertThat(undisturbedReport.at("/steps/projects/rejected").intValue()).isPositive();
	}

	@AfterAll
	static void end() {
		client.shutdown();
		h2.close();
		redis.close();
	}

	@Test
	void aKilledRunEndsLikeAnUndisturbedOne() throws Exception {
		ExecutorService two = Executors.newFixedThreadPool(2);
		List<Future<String>> rounds = new ArrayList<>();
		for (int round = 0; round < ROUNDS; round++) {
			int number = round;
			rounds.add(two.submit(() -> round(number)));
		}
		two.shutdown();
		List<String> kills = new ArrayList<>();
		for (Future<String> round : rounds) {
			kills.add(round.get());
		}
		kills.forEach(System.out::println);
		assertThat(kills).filteredOn((kill) -> kill.contains("killed")).hasSizeGreaterThan(ROUNDS * 3 / 4);
		assertThat(unfinishedExecutions()).as("executions that the repository takes for alive").isZero();
	}

	private static String round(int number) throws Exception {
		String namespace = "round-" + number;
		Random random = new Random(SEED + number);
		Path log = directory.resolve(namespace + ".log");
		StringBuilder kills = new StringBuilder(namespace);
		try (StatefulRedisConnection<String, String> connection = client.connect()) {
			int times = (number % 4 == 3) ? 2 : 1;
			for (int kill = 0; kill < times; kill++) {
				Process process = job.start(log, namespace, arguments(namespace));
				kills.append(killAtRandom(process, connection.sync(), namespace, random));
			}
			Process last = job.start(log, namespace, arguments(namespace));
			assertThat(last.waitFor(60, TimeUnit.SECONDS)).as(namespace + " hangs").isTrue();
			assertThat(last.exitValue()).as(kills + "\n" + Files.readString(log)).isZero();
			assertThat(RedisDump.of(connection.sync(), namespace)).as(kills.toString()).isEqualTo(undisturbed);
			assertSameCounts(namespace, kills.toString());
		}
		return kills.toString();
	}

	/**
	 * While it starts, at any element, while it verifies, right behind the announcement.
	 */
	private static String killAtRandom(Process process, RedisCommands<String, String> redis, String namespace,
			Random random) throws InterruptedException {
		String progress = "{" + namespace + "}:progress";
		int way = random.nextInt(10);
		long element = random.nextInt(ELEMENTS);
		if (way == 0) {
			process.waitFor(random.nextInt(2500), TimeUnit.MILLISECONDS);
		}
		else {
			Awaitility.await(namespace)
				.pollDelay(Duration.ZERO)
				.pollInterval(Duration.ofMillis(5))
				.atMost(Duration.ofSeconds(60))
				.until(() -> !process.isAlive() || reached(redis, namespace, way, element));
		}
		boolean alive = process.isAlive();
		process.destroyForcibly().waitFor();
		Map<String, String> at = redis.hgetall(progress);
		return (alive ? ": killed " : ": ended before its kill ") + at.getOrDefault("state", "starting") + " at "
				+ read(at) + " of " + ELEMENTS;
	}

	private static boolean reached(RedisCommands<String, String> redis, String namespace, int way, long element) {
		Map<String, String> progress = redis.hgetall("{" + namespace + "}:progress");
		return switch (way) {
			case 1 -> "verifying".equals(progress.get("state"));
			case 2 -> redis.exists("{" + namespace + "}:current") > 0;
			default -> read(progress) > element;
		};
	}

	private static long read(Map<String, String> progress) {
		return List.of("project:read", "resource:read", "audit:read")
			.stream()
			.mapToLong((count) -> Long.parseLong(progress.getOrDefault(count, "0")))
			.sum();
	}

	private static void assertSameCounts(String namespace, String kills) throws IOException {
		JsonNode report = report(namespace);
		if (report.get("state").stringValue().equals("already-migrated")) {
			return; // killed behind the end: there is nothing left to count
		}
		for (String step : List.of("projects", "resources", "audit")) {
			for (String count : List.of("read", "written", "rejected", "unknownFields")) {
				String pointer = "/steps/" + step + "/" + count;
				assertThat(report.at(pointer)).as(kills + pointer).isEqualTo(undisturbedReport.at(pointer));
			}
		}
		assertThat(report.get("rejects")).as(kills).isEqualTo(undisturbedReport.get("rejects"));
		assertThat(report.at("/current/digest")).as(kills).isEqualTo(undisturbedReport.at("/current/digest"));
	}

	private static String[] arguments(String namespace) {
		return new String[] { "migrate", "--source", directory.resolve("source").toString(), "--chunk-size", "15",
				"--on-reject", "skip", "--max-rejects", "1000", "--report",
				directory.resolve(namespace + ".json").toString() };
	}

	private static JsonNode report(String namespace) throws IOException {
		return JsonMapper.shared().readTree(Files.readString(directory.resolve(namespace + ".json")));
	}

	private static long unfinishedExecutions() throws SQLException {
		try (Connection connection = DriverManager.getConnection(h2.url(), "sa", "");
				ResultSet rows = connection.createStatement()
					.executeQuery(
							"SELECT COUNT(*) FROM BATCH_JOB_EXECUTION WHERE STATUS IN ('STARTING', 'STARTED', 'UNKNOWN')")) {
			rows.next();
			return rows.getLong(1);
		}
	}

}
