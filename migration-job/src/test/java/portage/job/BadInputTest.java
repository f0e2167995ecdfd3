package portage.job;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import portage.model.source.DocumentReader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What becomes of sources that are not as they should be. Every row is migrated, and
 * tried with {@code --dry-run}: both say the same, nothing is announced, and nobody sees
 * a stack trace.
 */
class BadInputTest {

	private static final String P1 = SourceDirectory.project("p1");

	private static final String P2 = SourceDirectory.project("p2");

	private static final String P3 = SourceDirectory.project("p3");

	private static final String REPOSITORY_OF_DRY_RUNS = JobServers.repositoryUrl("dry");

	@TempDir
	private Path temp;

	/**
	 * A nasty input.
	 *
	 * @param name of the row
	 * @param spoil what is done to good sources
	 * @param exitCode how the process ends
	 * @param said the rejects, or else the message; {@code DIR} is the directory
	 */
	record Row(String name, UnaryOperator<SourceDirectory> spoil, ExitCode exitCode, List<String> said) {

		@Override
		public String toString() {
			return this.name;
		}

	}

	/** The file as a whole cannot be trusted. */
	private static Row fault(String name, UnaryOperator<SourceDirectory> spoil, String message) {
		return new Row(name, spoil, ExitCode.BAD_INPUT, List.of(message));
	}

	private static Row fault(String name, String projects, String message) {
		return fault(name, (source) -> source.write("projects.json", projects), "projects.json:" + message);
	}

	/** Some elements cannot be migrated. */
	private static Row rejects(String name, UnaryOperator<SourceDirectory> spoil, String... rejects) {
		return new Row(name, spoil, ExitCode.REJECTS, Arrays.asList(rejects));
	}

	private static Row rejects(String name, String projects, String... rejects) {
		return rejects(name, (source) -> source.write("projects.json", projects),
				Arrays.stream(rejects).map((reject) -> "projects.json:" + reject).toArray(String[]::new));
	}

	@ParameterizedTest
	@MethodSource({ "files", "compressedFiles", "brokenArrays", "brokenLines", "badElements", "badDocuments" })
	void announcesNothingAndSaysWhy(Row row) {
		Path source = row.spoil().apply(SourceDirectory.in(this.temp)).path();
		String namespace = JobServers.newNamespace();
		JobRun run = JobRun.in(namespace, arguments(source, "run"));
		requireSaid(row, source, run);
		assertThat(JobServers.keys(namespace)).doesNotContain("{" + namespace + "}:current",
				"{" + namespace + "}:control");

		Map<String, String> settings = JobRun.settings(namespace + "-dry");
		settings.put("portage.repository.url", REPOSITORY_OF_DRY_RUNS);
		JobRun dry = JobRun.with(settings, arguments(source, "dry", "--dry-run"));
		requireSaid(row, source, dry);
		assertThat(JobServers.keys(namespace + "-dry")).isEmpty();
		assertThat(JobServers.tables(REPOSITORY_OF_DRY_RUNS)).isZero();
	}

	/** Chunks of two, so that every row also crosses a border between chunks. */
	private String[] arguments(Path source, String report, String... more) {
		List<String> arguments = new ArrayList<>(List.of("migrate", "--source", source.toString(), "--chunk-size=2",
				"--report", this.temp.resolve(report + ".json").toString()));
		arguments.addAll(List.of(more));
		return arguments.toArray(String[]::new);
	}

	private static void requireSaid(Row row, Path source, JobRun run) {
		run.requireNoStackTrace().requireEveryElementCounted();
		if (row.exitCode() == ExitCode.REJECTS) {
			assertThat(run.rejects()).isEqualTo(row.said());
			assertThat(run.out()).contains(row.said());
			assertThat(run.message()).startsWith("Too many rejects: " + row.said().size() + ", and 0 allowed; ");
		}
		else {
			String said = row.said().get(0).replace("DIR", source.toString());
			assertThat(run.message()).isIn(said, said + ". Nothing was announced");
		}
		assertThat(run.exitCode()).isEqualTo(row.exitCode().number());
	}

	static Stream<Row> files() {
		String endings = " with one of the endings .json .jsonl .ndjson .json.gz .jsonl.gz .ndjson.gz";
		return Stream.of(
				fault("no directory", (source) -> new SourceDirectory(source.path().resolve("none")),
						"--source: DIR is not a directory; it must hold projects.json, resources.json and audit.json "
								+ "(or .jsonl, .ndjson, each also with .gz)"),
				fault("a file for a directory", (source) -> new SourceDirectory(source.path().resolve("audit.json")),
						"--source: DIR is not a directory; it must hold projects.json, resources.json and audit.json "
								+ "(or .jsonl, .ndjson, each also with .gz)"),
				fault("missing file", (source) -> source.without("resources.json"),
						"DIR: resources.json is missing; expected resources" + endings),
				fault("directory for a file", (source) -> source.without("audit.json").directory("audit.json"),
						"DIR/audit.json cannot be read as a file; check what it is and who may read it"),
				fault("two files of one type", (source) -> source.write("projects.jsonl.gz", new byte[0]),
						"DIR: [projects.json, projects.jsonl.gz] are both there; remove all but one"));
	}

	static Stream<Row> compressedFiles() {
		byte[] whole = SourceDirectory.gzip("[" + P1 + ",\n" + P2 + "]");
		byte[] damaged = whole.clone();
		damaged[whole.length - 5] ^= 1; // in the checksum
		return Stream.of(
				fault("gzip, truncated",
						(source) -> source.projectsIn("projects.json.gz", Arrays.copyOf(whole, whole.length / 2)),
						"projects.json.gz: the compressed file is truncated"),
				fault("gzip, damaged", (source) -> source.projectsIn("projects.json.gz", damaged),
						"projects.json.gz: the compressed file is damaged: Corrupt GZIP trailer"),
				fault("gzip by name only",
						(source) -> source.projectsIn("projects.json.gz", "[]".getBytes(StandardCharsets.UTF_8)),
						"projects.json.gz: is not gzip, although its name ends in .gz: Not in GZIP format"),
				fault("gzip, empty", (source) -> source.projectsIn("projects.json.gz", new byte[0]),
						"projects.json.gz: the compressed file is truncated"),
				fault("gzip without the name", (source) -> source.write("projects.json", whole),
						"projects.json:1:1: is compressed with gzip; give it a name that ends in .gz"));
	}

	static Stream<Row> brokenArrays() {
		String truncated = "the file is truncated, or a quotation mark or bracket is missing";
		return Stream.of(fault("empty", "", "1:1: is empty; a JSON array of documents was expected"),
				fault("whitespace only", " \n\t", "2:2: is empty; a JSON array of documents was expected"),
				fault("root object", "{\"projects\":[]}",
						"1:1: must be a JSON array of documents, but begins with '{'"),
				fault("truncated inside a text", "[\n" + P1 + ",\n" + P2 + ",\n{\"id\":\"p",
						"4:9: ends inside the element that begins at line 4, column 1; " + truncated),
				fault("truncated inside an object", "[" + P1 + ",\n{\"id\":\"p3\",",
						"2:12: ends inside the element that begins at line 2, column 1; " + truncated),
				fault("truncated behind a comma", "[\n" + P1 + ",\n",
						"3:1: ends before the array is closed; the file is truncated"),
				fault("truncated before the bracket", "[\n" + P1 + "\n",
						"3:1: ends before the array is closed; the file is truncated"),
				fault("comma before the bracket", "[\n" + P1 + ",\n]", "3:1: expected an element, but found ']'"),
				fault("trailing text", "[\n" + P1 + "\n] x", "3:3: expected nothing behind the array, but found 'x'"),
				fault("second array", "[\n" + P1 + "][]",
						"2:%d: expected nothing behind the array, but found '['".formatted(P1.length() + 2)),
				fault("UTF-16", (source) -> source.write("projects.json", bytes("[]", StandardCharsets.UTF_16)),
						"projects.json:1:1: is not UTF-8 but UTF-16 or UTF-32; save it as UTF-8"),
				fault("NaN", "[\n{\"price\": NaN}]", "2:14: is not JSON: Non-standard token 'NaN'"),
				fault("Infinity", "[\n{\"price\": -Infinity}]", "2:20: is not JSON: Non-standard token '-Infinity'"),
				fault("leading zero", "[\n{\"price\": 012}]",
						"2:12: is not JSON: Invalid numeric value: Leading zeroes not allowed"));
	}

	static Stream<Row> brokenLines() {
		return Stream.of(
				rejects("JSON Lines, broken in the middle", lines(P1 + "\n{\"id\":\n" + P2 + "\n"),
						"projects.jsonl:2:7: /: is not JSON: Unexpected end-of-input within/between Object entries"),
				fault("JSON Lines, last line truncated", lines(P1 + "\n{\"id\":"),
						"projects.jsonl:2:7: is not JSON: Unexpected end-of-input within/between Object entries "
								+ "(in the last line, which has no line end; is the file truncated?)"),
				rejects("JSON Lines that are an array", lines("[\n" + P1 + "\n]\n"),
						"projects.jsonl:1:2: /: is not JSON: Unexpected end-of-input: expected close marker for Array",
						"projects.jsonl:3:1: /: is not JSON: Unexpected close marker ']': no open Array to close"));
	}

	private static UnaryOperator<SourceDirectory> lines(String lines) {
		return (source) -> source.projectsIn("projects.jsonl", lines.getBytes(StandardCharsets.UTF_8));
	}

	static Stream<Row> badElements() {
		String deep = "{\"x\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
		return Stream.of(
				rejects("no objects", "[null,\n1,\n\"x\",\ntrue,\n[[" + P1 + "]]," + P2 + "]",
						"1:2: /0: must be an object, but is null", "2:1: /1: must be an object, but is a number",
						"3:1: /2: must be an object, but is a text", "4:1: /3: must be an object, but is a boolean",
						"5:1: /4: must be an object, but is an array"),
				rejects("depth 10,000", "[" + P1 + ",\n" + deep + ",\n" + P2 + "]",
						"2:1: /1: is beyond what is read: Document nesting depth (101) exceeds the maximum allowed"),
				// Of an element larger than a document may be, only the length is kept.
				rejects("a text of 50 MB", (source) -> source.longText("projects.json", 50),
						"projects.json:1:2: /0: is %,d bytes long; a document may have %,d".formatted((50 << 20) + 2,
								DocumentReader.MAX_DOCUMENT)),
				rejects("bytes that are not UTF-8", (source) -> source.write("projects.json",
						bytes("[" + P1 + ",\n{\"id\":\"\u00C0\u0080\"},\n{\"id\":\"\u00ED\u00A0\u0080\"},\n\"\u0080\"]",
								StandardCharsets.ISO_8859_1)),
						notUtf8(2, 8, 1, "C0", P1.length() + 3 + 7), notUtf8(3, 8, 2, "ED", P1.length() + 3 + 13 + 7),
						notUtf8(4, 2, 3, "80", P1.length() + 3 + 13 + 14 + 1)),
				rejects("duplicate ids",
						"[" + P1 + ",\n" + P1 + ",\n" + P2 + ",\n" + P3 + ",\n" + P2 + ",\n"
								+ P1.replace("\"t\"", "\"other\"") + "]",
						"2:1: /1/id (p1): the id \"p1\" stands already at element 0",
						"5:1: /4/id (p2): the id \"p2\" stands already at element 2",
						"6:1: /5/id (p1): the id \"p1\" stands already at element 0"),
				rejects("duplicate names", "[" + P1.replace("\"title\"", "\"id\":\"p2\",\"title\"") + "]",
						"1:%d: /0: is ambiguous: Duplicate property \"id\""
							.formatted("[{'id':'p1','id':".length() + 1)));
	}

	private static String notUtf8(int line, int column, int position, String hex, int offset) {
		return "projects.json:%d:%d: /%d: byte 0x%s at offset %d is not UTF-8".formatted(line, column, position, hex,
				offset);
	}

	static Stream<Row> badDocuments() {
		String time = "must be an ISO-8601 instant like 2026-01-31T09:30:00Z, but is ";
		return Stream.of(
				rejects("bad values", "[" + spoilt("p1", "\"title\":\"t\"", "\n\"title\":{}") + ","
						+ spoilt("p2", "\"featured\":false", "\n\"featured\":\"no\"") + ","
						+ spoilt("p3", "\"createdAt\":\"2026-01-31T09:30:00Z\"", "\n\"createdAt\":\"31.01.2026\"") + ","
						+ spoilt("../p4", "\"tags\":[]",
								"\n\"tags\":[]")
						+ "," + spoilt("p5", "\"image\":\"/i.png\"", "\n\"image\":\"javascript:alert(1)\"") + "]",
						"2:9: /0/title (p1): must be a text, but is an object",
						"3:12: /1/metadata/featured (p2): must be true or false, but is the text \"no\"",
						"4:13: /2/metadata/createdAt (p3): " + time + "the text \"31.01.2026\"",
						"4:%d: /3/id: must be an id of 1 to 128 letters, digits, '.', '_' or '-', but is the text \"../p4\""
							.formatted(spoilt("p3", "\"createdAt\":\"2026-01-31T09:30:00Z\"",
									"\n")
								.split("\n")[1].length() + "\"createdAt\":\"31.01.2026\",{\"id\":".length() + 1),
						"6:9: /4/image (p5): must be an http(s) URL or a path that begins with a single '/', but is the "
								+ "text \"javascript:alert(1)\""),
				rejects("numbers no client can read",
						"[" + spoilt("p1", "\"result\"", "\"x\":\n1e999,\"result\"") + ","
								+ spoilt("p2", "\"result\"", "\"x\":\n-1e999999999,\"result\"") + ",\n"
								+ spoilt("p3", "\"result\"", "\"x\":1e99999999999,\"result\"") + "]",
						"2:1: /0/x (p1): must fit a 64-bit floating-point number, which is what clients read, but is 1E+999",
						"3:1: /1/x (p2): must fit a 64-bit floating-point number, which is what clients read, but is "
								+ "-1E+999999999",
						"4:1: /2: is beyond what is read: a number has an exponent of too many digits"),
				rejects("several faults of one document", "[{\"id\":\"p1\",\n\"title\":\"\"}]",
						"2:9: /0/title (p1): must not be blank (and 11 more)"));
	}

	private static String spoilt(String id, String good, String bad) {
		return SourceDirectory.project(id).replace(good, bad);
	}

	private static byte[] bytes(String text, Charset charset) {
		return text.getBytes(charset);
	}

}
