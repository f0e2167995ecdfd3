package portage.job;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import portage.testing.RealRedis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** What people read who mistype something, or whose servers are away. */
class BadSettingsTest {

	@ParameterizedTest
	@MethodSource
	void aWrongCommandLineIsExplained(String arguments, String message, String help) {
		JobRun run = JobRun.in("unused", arguments.isEmpty() ? new String[0] : arguments.split(" "));
		assertThat(run.requireNoStackTrace().err().lines()).containsExactly(message, "Try '" + help + " --help'.");
		assertThat(run.out()).isEmpty();
		assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT.number());
	}

	static Stream<Arguments> aWrongCommandLineIsExplained() {
		String job = "migration-job";
		String migrate = "migration-job migrate";
		return Stream.of(arguments("", "A command is missing: migrate, verify or export.", job),
				arguments("migrte", "Unmatched argument at index 0: 'migrte'", job),
				arguments("migrate --sauce", "Unknown option: '--sauce'", migrate),
				arguments("migrate --source", "Missing required parameter for option '--source' (DIR)", migrate),
				arguments("migrate --chunk-size 0", "--chunk-size must be 1 to 10000, but is 0", migrate),
				arguments("migrate --chunk-size 10001", "--chunk-size must be 1 to 10000, but is 10001", migrate),
				arguments("migrate --chunk-size many", "Invalid value for option '--chunk-size': 'many' is not an int",
						migrate),
				arguments("migrate --max-rejects -1", "--max-rejects must be 0 or more, but is -1", migrate),
				arguments("migrate --on-reject maybe",
						"Invalid value for option '--on-reject': expected one of [FAIL, SKIP] (case-insensitive) but "
								+ "was 'maybe'",
						migrate),
				arguments("migrate --report /no/such/directory/report.json",
						"--report: there is no directory for /no/such/directory/report.json", migrate),
				arguments("export", "Missing required option: '--target=DIR'", "migration-job export"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "localhost:6379", "redis://", "http://localhost", "", "redis://secret@localhost:99999" })
	void aBrokenRedisUrlIsNamedButNotRepeated(String url) {
		JobRun run = migrate("portage.redis.url", url);
		requireOneSentence(run, ExitCode.BAD_INPUT,
				"The configuration is wrong: portage.redis.url must be a URL like redis://localhost:6379");
	}

	@ParameterizedTest
	@CsvSource({ "''", "jdbc:oracle:secret", "h2" })
	void aBrokenRepositoryUrlIsNamedButNotRepeated(String url) {
		JobRun run = migrate("portage.repository.url", url);
		requireOneSentence(run, ExitCode.BAD_INPUT,
				"The configuration is wrong: portage.repository.url must be a JDBC URL of H2 or PostgreSQL, like "
						+ "jdbc:h2:tcp://localhost:9092/./portage");
	}

	@ParameterizedTest
	@CsvSource({
			"portage.namespace, Bad, 'portage.namespace must be 1 to 63 lower-case letters, digits or ''-'', "
					+ "beginning with a letter or digit, but is ''Bad'''",
			"portage.redis.timeout, soon, '''soon'' is not a valid duration'",
			"portage.auto-cutover, maybe, 'Invalid boolean value [maybe]'" })
	void aWrongSettingIsExplained(String setting, String value, String message) {
		requireOneSentence(migrate(setting, value), ExitCode.BAD_INPUT, "The configuration is wrong: " + message);
	}

	@Test
	void redisThatIsAwayIsWorthAnotherTry() {
		JobRun run = migrate("portage.redis.url", "redis://127.0.0.1:" + RealRedis.freePort());
		requireOneSentence(run, ExitCode.INFRASTRUCTURE,
				"Redis could not answer INFO server: Connection refused. Nothing was announced by this; run the same "
						+ "command again when Redis answers");
	}

	@Test
	void aJobRepositoryThatIsAwayIsWorthAnotherTry() {
		JobRun run = migrate("portage.repository.url", "jdbc:h2:tcp://127.0.0.1:" + RealRedis.freePort() + "/./x");
		assertThat(run.message()).startsWith("The job repository could not be used: ")
			.contains("Connection refused")
			.endsWith(". Check portage.repository.url; run the same command again when it answers");
		assertThat(run.requireNoStackTrace().exitCode()).isEqualTo(ExitCode.INFRASTRUCTURE.number());
	}

	@Test
	void aDryRunNeedsNoJobRepository() {
		Map<String, String> settings = JobRun.settings(JobServers.newNamespace());
		settings.put("portage.repository.url", "jdbc:h2:tcp://127.0.0.1:" + RealRedis.freePort() + "/./x");
		assertThat(JobRun.with(settings, "migrate", "--dry-run").exitCode()).isZero();
	}

	@Test
	void redisThatMayEvictKeysIsRefused() {
		JobRun run = whileRedisHas("maxmemory-policy", "allkeys-lru", "noeviction",
				() -> JobRun.in(JobServers.newNamespace(), "migrate"));
		requireOneSentence(run, ExitCode.BAD_INPUT, "Redis may evict keys (maxmemory-policy allkeys-lru), and content "
				+ "would vanish; set maxmemory-policy noeviction");
	}

	@Test
	void redisWithTooLittleMemoryIsRefused() {
		JobRun run = whileRedisHas("maxmemory", "1mb", "0", () -> JobRun.in(JobServers.newNamespace(), "migrate"));
		assertThat(run.message()).matches("Redis has too little memory: about [\\d,]+ bytes are needed, but of "
				+ "maxmemory 1,048,576 only [\\d,]+ are free");
		assertThat(run.requireNoStackTrace().exitCode()).isEqualTo(ExitCode.BAD_INPUT.number());
	}

	@Test
	void withoutAGenerationThereIsNothingToVerifyOrExport(@TempDir Path target) {
		String namespace = JobServers.newNamespace();
		String nothing = "No generation was announced yet; migrate first, or name one with --generation";
		requireOneSentence(JobRun.in(namespace, "verify"), ExitCode.BAD_INPUT, nothing);
		requireOneSentence(JobRun.in(namespace, "export", "--target", target.toString()), ExitCode.BAD_INPUT, nothing);
		assertThat(target).isEmptyDirectory();
		assertThat(JobServers.keys(namespace)).isEmpty();
	}

	private static JobRun migrate(String setting, String value) {
		Map<String, String> settings = JobRun.settings(JobServers.newNamespace());
		settings.put(setting, value);
		return JobRun.with(settings, "migrate");
	}

	private static void requireOneSentence(JobRun run, ExitCode exitCode, String message) {
		assertThat(run.err().lines()).containsExactly(message);
		assertThat(run.out()).isEmpty();
		assertThat(run.exitCode()).isEqualTo(exitCode.number());
	}

	private static JobRun whileRedisHas(String parameter, String value, String before, Supplier<JobRun> work) {
		JobServers.redis().configSet(parameter, value);
		try {
			return work.get();
		}
		finally {
			JobServers.redis().configSet(parameter, before);
		}
	}

}
