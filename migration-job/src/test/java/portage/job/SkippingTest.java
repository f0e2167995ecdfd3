package portage.job;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import portage.model.content.ContentType;
import portage.model.wire.RedisKeys;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * With {@code --on-reject=skip} the good documents are announced without the bad ones.
 */
class SkippingTest {

	private static final String P1 = SourceDirectory.project("p1");

	private static final String P1_AGAIN = P1.replace("\"t\"", "\"again\"");

	private static final String P2 = SourceDirectory.project("p2");

	@TempDir
	private Path temp;

	private final RedisKeys keys = new RedisKeys(JobServers.newNamespace());

	@Test
	void announcesWhatIsGoodAndTheFirstOfEachIdWins() {
		JobRun run = migrate("[null,\n" + P1 + ",\n" + P2 + ",\n" + P1_AGAIN + "]", "--on-reject=skip",
				"--chunk-size=2");
		assertThat(run.rejects()).containsExactly("projects.json:1:2: /0: must be an object, but is null",
				"projects.json:4:1: /3/id (p1): the id \"p1\" stands already at element 1");
		assertThat(run.exitCode()).isZero();
		assertThat(JobServers.redis().hgetall(this.keys.current())).containsEntry("generation", "1")
			.containsEntry("projects", "2");
		assertThat(JobServers.redis().hget(this.keys.control(), "phase")).isEqualTo("read-only");
		assertThat(document("p1")).isEqualTo(P1);
		assertThat(JobServers.redis().zrange(this.keys.order(1, ContentType.PROJECT), 0, -1)).containsExactly("p1",
				"p2");
	}

	@Test
	void announcesUpToTheLimitAndNothingBeyond() {
		String twoRejects = "[" + P1 + ",null,null]";
		JobRun beyond = migrate(twoRejects, "--on-reject=skip", "--max-rejects=1");
		assertThat(beyond.message()).isEqualTo(
				"projects: more rejects than --max-rejects=1 allows; nothing was announced. Mend the source, or allow more");
		assertThat(beyond.exitCode()).isEqualTo(ExitCode.REJECTS.number());
		assertThat(JobServers.keys(this.keys.namespace())).doesNotContain(this.keys.current(), this.keys.control());

		JobRun within = migrate(twoRejects, "--on-reject=skip", "--max-rejects=2");
		assertThat(within.exitCode()).as("the same run goes on with another limit").isZero();
		assertThat(JobServers.redis().hget(this.keys.current(), "projects")).isEqualTo("1");
	}

	@Test
	void neverSkipsAFaultOfTheFile() {
		JobRun run = migrate("[" + P1 + ",", "--on-reject=skip");
		assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT.number());
		assertThat(JobServers.keys(this.keys.namespace())).doesNotContain(this.keys.current(), this.keys.control());
	}

	@Test
	void announcesWhatWasMendedAfterARunThatFailed() {
		assertThat(migrate("[" + P1 + ",", "--chunk-size=1").exitCode()).isEqualTo(ExitCode.BAD_INPUT.number());
		assertThat(migrate("[" + P1 + "]", "--chunk-size=1").exitCode()).isZero();
		assertThat(JobServers.redis().hget(this.keys.current(), "projects")).isEqualTo("1");
	}

	@Test
	void keepsUnknownFieldsByteForByteAndCountsThem() {
		String unknown = P1.substring(0, P1.length() - 1)
				+ ",\"é\":{\"b\":1.10,\"c\":1E+5,\"d\":[null,123456789012345678901234567890,\"\\\\/\\\"\"]}}";
		JobRun run = migrate("\uFEFF[" + unknown + "]");
		assertThat(run.exitCode()).as("a byte order mark does no harm").isZero();
		assertThat(run.out()).contains("1 fields are unknown to the model; they were kept");
		assertThat(run.report().at("/steps/projects/unknownFields").intValue()).isEqualTo(1);
		assertThat(document("p1")).isEqualTo(unknown);
	}

	@Test
	void readsCompressedLines() {
		Path source = SourceDirectory.in(this.temp)
			.projectsIn("projects.ndjson.gz", SourceDirectory.gzip(P1 + "\r\n\r\n" + P2 + "\n"))
			.path();
		assertThat(JobRun.in(this.keys.namespace(), "migrate", "--source", source.toString()).exitCode()).isZero();
		assertThat(JobServers.redis().hget(this.keys.current(), "projects")).isEqualTo("2");
	}

	private JobRun migrate(String projects, String... options) {
		Path source = SourceDirectory.in(this.temp)
			.write("projects.json", projects.getBytes(StandardCharsets.UTF_8))
			.path();
		String[] arguments = new String[options.length + 5];
		System.arraycopy(new String[] { "migrate", "--source", source.toString(), "--report",
				this.temp.resolve("report.json").toString() }, 0, arguments, 0, 5);
		System.arraycopy(options, 0, arguments, 5, options.length);
		return JobRun.in(this.keys.namespace(), arguments).requireNoStackTrace().requireEveryElementCounted();
	}

	private String document(String id) {
		return JobServers.redis().get(this.keys.document(1, ContentType.PROJECT, id));
	}

}
