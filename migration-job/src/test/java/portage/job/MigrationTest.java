package portage.job;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.lettuce.core.api.sync.RedisCommands;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import portage.model.content.ContentType;
import portage.model.wire.CanonicalJson;
import portage.model.wire.RedisKeys;
import portage.testing.RedisDump;

import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of runs that follow each other, as the people who start them see it. */
class MigrationTest {

	private final RedisCommands<String, String> redis = JobServers.redis();

	private final String namespace = JobServers.newNamespace();

	private final RedisKeys keys = new RedisKeys(this.namespace);

	@TempDir
	private Path directory;

	@BeforeEach
	void writeSource() throws IOException {
		for (ContentType type : ContentType.values()) {
			try (var in = MigrationTest.class.getResourceAsStream("/content/" + type.plural() + ".json")) {
				Files.write(file(type), in.readAllBytes());
			}
		}
	}

	@Test
	void firstRunAnnouncesGenerationOneAndMovesReadsToRedis() {
		JobRun run = migrate();

		assertThat(run.exitCode()).as(run.err()).isZero();
		assertThat(run.out()).contains("g1 is announced: digest ");
		assertThat(this.redis.hgetall(this.keys.current())).containsEntry("generation", "1")
			.containsEntry("projects", "8")
			.containsEntry("resources", "10")
			.containsEntry("audit", "22")
			.containsKeys("digest", "sources", "runId", "completedAt");
		assertThat(this.redis.hgetall(this.keys.control())).containsEntry("phase", "read-only")
			.containsEntry("epoch", "1");
		assertThat(this.redis.hgetall(this.keys.progress())).containsEntry("state", "completed")
			.containsEntry("project:read", "8")
			.containsEntry("audit:written", "22");
	}

	@Test
	void announcementLeavesThePhaseToTheOperatorIfAutoCutoverIsOff() {
		Map<String, String> settings = JobRun.settings(this.namespace);
		settings.put("portage.auto-cutover", "false");

		JobRun run = JobRun.with(settings, "migrate", "--source", this.directory.toString());

		assertThat(run.exitCode()).isZero();
		assertThat(this.redis.exists(this.keys.current())).isOne();
		assertThat(this.redis.exists(this.keys.control())).isZero();
	}

	@Test
	void sameContentAgainIsAlreadyMigratedAndNothingIsWritten() throws SQLException {
		migrate();
		Map<String, Object> before = RedisDump.exact(this.redis, this.namespace);
		long executions = executions();

		JobRun again = migrate();

		assertThat(again.exitCode()).isZero();
		assertThat(again.out()).contains("already migrated: g1 holds this content");
		assertThat(RedisDump.exact(this.redis, this.namespace)).isEqualTo(before);
		assertThat(executions()).isEqualTo(executions);
	}

	@Test
	void changedContentIsANewGenerationAndOnlyTheOneBeforeStays() throws IOException {
		migrate();
		changeTitle("Second");
		migrate();
		assertThat(this.redis.hgetall(this.keys.current())).containsEntry("generation", "2")
			.containsEntry("previous", "1");
		assertThat(keysOf(1)).isNotEmpty();

		changeTitle("Third");
		JobRun third = migrate();

		assertThat(third.out()).contains("g3 is announced");
		assertThat(keysOf(1)).isEmpty();
		assertThat(keysOf(2)).isNotEmpty();
		assertThat(this.redis.hgetall(this.keys.generations())).containsKeys("g2", "g3").doesNotContainKey("g1");
		assertThat(this.redis.get(this.keys.document(3, ContentType.PROJECT, firstProject()))).contains("Third");
	}

	@Test
	void contentThatComesBackIsMigratedAgain() throws IOException {
		migrate();
		byte[] first = Files.readAllBytes(file(ContentType.PROJECT));
		changeTitle("Other");
		migrate();
		Files.write(file(ContentType.PROJECT), first);

		JobRun run = migrate();

		assertThat(run.exitCode()).as(run.err()).isZero();
		assertThat(run.out()).contains("g3 is announced");
	}

	@Test
	void contentThatAFlushTookAwayIsMigratedAgain() {
		migrate();
		this.redis.del(this.redis.keys("{" + this.namespace + "}:*").toArray(String[]::new));

		JobRun run = migrate();

		assertThat(run.exitCode()).as(run.err()).isZero();
		assertThat(run.out()).contains("g1 is announced");
		assertThat(keysOf(1)).isNotEmpty();
	}

	@Test
	void runWithRejectsGoesOnWhereItEndedOnceTheyAreAllowed() throws IOException {
		appendProject("null");
		JobRun refused = migrate("--chunk-size", "3");
		assertThat(refused.exitCode()).isEqualTo(10);
		assertThat(refused.message()).isEqualTo("Too many rejects: 1, and 0 allowed; nothing was announced. Mend the "
				+ "source, or leave them out with --on-reject=skip --max-rejects=1");
		assertThat(this.redis.exists(this.keys.current())).isZero();

		JobRun allowed = migrate("--on-reject", "skip", "--report", this.directory.resolve("report.json").toString());

		assertThat(allowed.exitCode()).as(allowed.err()).isZero();
		assertThat(allowed.err()).as("no step is read a second time").doesNotContain("projects: ");
		assertThat(allowed.report().at("/steps/projects/read").intValue()).isEqualTo(9);
		assertThat(allowed.report().at("/steps/projects/rejected").intValue()).isEqualTo(1);
		assertThat(allowed.rejects()).singleElement()
			.asString()
			.startsWith("projects.json:")
			.endsWith("/8: must be an object, but is null");
	}

	@Test
	void whatVerificationFindsIsNotAnnouncedAndTheNextRunBeginsAnew() throws IOException {
		appendProject("null");
		assertThat(migrate().exitCode()).isEqualTo(10);
		String id = firstProject();
		this.redis.set(this.keys.document(1, ContentType.PROJECT, id), "{\"id\":\"" + id + "\"}");

		JobRun run = migrate("--on-reject", "skip");

		assertThat(run.exitCode()).isEqualTo(40);
		assertThat(run.message()).contains("nothing was announced").contains("value project " + id + "/challenge: ");
		assertThat(this.redis.exists(this.keys.current())).isZero();
		JobRun next = migrate("--on-reject", "skip");
		assertThat(next.exitCode()).as(next.err()).isZero();
		assertThat(next.out()).contains("g2 is announced");
		assertThat(keysOf(1)).as("what was discarded is removed").isEmpty();
	}

	@Test
	void verifyListsEveryDifferenceAndSaysSoByItsExitCode() throws IOException {
		migrate();
		JobRun clean = JobRun.in(this.namespace, "verify", "--source", this.directory.toString());
		assertThat(clean.exitCode()).isZero();
		assertThat(clean.out()).contains("40 documents, 0 rejects, 0 differences");

		List<String> ids = this.redis.zrange(this.keys.order(1, ContentType.PROJECT), 0, -1);
		String changed = this.keys.document(1, ContentType.PROJECT, ids.get(0));
		this.redis.set(changed, this.redis.get(changed).replaceFirst("\"result\":\"[^\"]*\"", "\"result\":\"other\""));
		this.redis.del(this.keys.document(1, ContentType.PROJECT, ids.get(1)));
		this.redis.zadd(this.keys.order(1, ContentType.PROJECT), 77, "stranger");
		this.redis.zadd(this.keys.order(1, ContentType.PROJECT), 78, ids.get(2));
		this.redis.zrem(this.keys.facet(1, ContentType.RESOURCE, "status:published"),
				this.redis.zrange(this.keys.order(1, ContentType.RESOURCE), 0, 0).get(0));

		JobRun run = JobRun.in(this.namespace, "verify", "--source", this.directory.toString());

		assertThat(run.exitCode()).isEqualTo(40);
		assertThat(run.out()).contains("value project " + ids.get(0) + "/result: expected ")
			.contains("missing project " + ids.get(1) + ": element 1 of the source")
			.contains("extra project stranger: is in Redis, but not in the source")
			.contains("order project " + ids.get(2) + ": is element 2 of the source, but stands at 78")
			.contains("is not found by status:published")
			.contains("5 differences");
	}

	@Test
	void exportIsTheCanonicalFormOfTheSourceAndMigratesToTheSameDigest() throws IOException {
		migrate();
		Path target = this.directory.resolve("exported");

		JobRun run = JobRun.in(this.namespace, "export", "--target", target.toString());

		assertThat(run.exitCode()).as(run.err()).isZero();
		for (ContentType type : ContentType.values()) {
			StringBuilder expected = new StringBuilder();
			for (JsonNode document : CanonicalJson.STRICT.readTree(Files.readAllBytes(file(type)))) {
				expected.append(expected.isEmpty() ? "[\n" : ",\n")
					.append(new String(CanonicalJson.bytes(type, (ObjectNode) document), StandardCharsets.UTF_8));
			}
			assertThat(target.resolve(type.plural() + ".json")).hasContent(expected.append("\n]\n").toString());
		}
		String other = JobServers.newNamespace();
		JobRun.in(other, "migrate", "--source", target.toString());
		assertThat(this.redis.hget(new RedisKeys(other).current(), "digest"))
			.isEqualTo(this.redis.hget(this.keys.current(), "digest"));
	}

	@Test
	void exportReplacesNothingUnlessForced() {
		migrate();

		JobRun refused = JobRun.in(this.namespace, "export", "--target", this.directory.toString());
		JobRun forced = JobRun.in(this.namespace, "export", "--target", this.directory.toString(), "--force");

		assertThat(refused.exitCode()).isEqualTo(20);
		assertThat(refused.message()).contains("projects.json is there already").contains("--force");
		assertThat(forced.exitCode()).isZero();
	}

	@Test
	void commandsAboutAGenerationSayWhichThereAre() {
		JobRun nothing = JobRun.in(this.namespace, "verify", "--source", this.directory.toString());
		migrate();
		JobRun unknown = JobRun.in(this.namespace, "export", "--target", "unused", "--generation", "9");

		assertThat(nothing.exitCode()).isEqualTo(20);
		assertThat(nothing.message()).startsWith("No generation was announced yet");
		assertThat(unknown.exitCode()).isEqualTo(20);
		assertThat(unknown.message()).isEqualTo("There is no generation 9; there are [1]");
	}

	private static long executions() throws SQLException {
		try (Connection connection = DriverManager.getConnection(JobServers.repositoryUrl("portage"), "sa", "");
				ResultSet rows = connection.createStatement()
					.executeQuery("SELECT COUNT(*) FROM BATCH_JOB_EXECUTION")) {
			rows.next();
			return rows.getLong(1);
		}
	}

	private JobRun migrate(String... more) {
		List<String> arguments = new ArrayList<>(List.of("migrate", "--source", this.directory.toString()));
		arguments.addAll(List.of(more));
		return JobRun.in(this.namespace, arguments.toArray(String[]::new)).requireNoStackTrace();
	}

	private Path file(ContentType type) {
		return this.directory.resolve(type.plural() + ".json");
	}

	private String firstProject() throws IOException {
		return CanonicalJson.STRICT.readTree(Files.readAllBytes(file(ContentType.PROJECT))).at("/0/id").stringValue();
	}

	private void changeTitle(String title) throws IOException {
		JsonNode projects = CanonicalJson.STRICT.readTree(Files.readAllBytes(file(ContentType.PROJECT)));
		((ObjectNode) projects.get(0)).put("title", title);
		Files.write(file(ContentType.PROJECT), CanonicalJson.bytes(projects));
	}

	private void appendProject(String json) throws IOException {
		String projects = Files.readString(file(ContentType.PROJECT));
		Files.writeString(file(ContentType.PROJECT),
				projects.substring(0, projects.lastIndexOf(']')) + "," + json + "]");
	}

	private List<String> keysOf(long generation) {
		return this.redis.keys(this.keys.generation(generation) + "*");
	}

}
