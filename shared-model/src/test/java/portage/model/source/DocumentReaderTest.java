package portage.model.source;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import portage.model.content.ContentType;
import portage.model.content.Examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class DocumentReaderTest {

	private static final String P1 = Examples.json(ContentType.PROJECT, "p1");

	private static final String P2 = Examples.json(ContentType.PROJECT, "p2");

	@Test
	void readsAnArray() {
		assertThat(ids(Reading.of("[" + P1 + "," + P2 + "]", SourceForm.ARRAY))).containsExactly("p1", "p2");
	}

	@Test
	void readsAnEmptyArray() {
		assertThat(Reading.of(" [\n]\n", SourceForm.ARRAY).rest()).isEmpty();
	}

	@Test
	void readsLinesWithBlankLinesBetween() {
		assertThat(ids(Reading.of("\n" + P1 + "\r\n\r\n \t\n" + P2 + "\n\n", SourceForm.LINES))).containsExactly("p1",
				"p2");
	}

	@Test
	void readsNoLinesFromAnEmptyFile() {
		assertThat(Reading.of("", SourceForm.LINES).rest()).isEmpty();
	}

	@Test
	void takesTheLastLineWithoutItsLineEndIfItIsWhole() {
		assertThat(ids(Reading.of(P1 + "\n" + P2, SourceForm.LINES))).containsExactly("p1", "p2");
	}

	@Test
	void takesAByteOrderMarkForNoCharacter() {
		Document first = (Document) Reading.of("\uFEFF[" + P1 + "]", SourceForm.ARRAY).next();
		assertThat(first.line()).isEqualTo(1);
		assertThat(first.column()).isEqualTo(2);
		assertThat(ids(Reading.of("\uFEFF" + P1 + "\n", SourceForm.LINES))).containsExactly("p1");
	}

	@Test
	void keepsReadingAsTheEndOfTheSourceOnceItWasSeen() {
		Reading reading = Reading.of("[" + P1 + "]", SourceForm.ARRAY);
		assertThat(reading.rest()).hasSize(1);
		assertThat(reading.next()).isNull();
	}

	@ParameterizedTest
	@MethodSource
	void rejectsAnElementAndReadsOn(String element, String expected) {
		List<SourceItem> items = Reading.of("[\n  " + element + ",\n" + P1 + "]", SourceForm.ARRAY).rest();
		assertThat(Reading.describe(items.get(0))).isEqualTo("projects.json:" + expected);
		assertThat(((Document) items.get(1)).id()).isEqualTo("p1");
		assertThat(items).hasSize(2);
	}

	static Stream<Arguments> rejectsAnElementAndReadsOn() {
		return Stream.of(arguments("null", "2:3: /0: must be an object, but is null"),
				arguments("true", "2:3: /0: must be an object, but is a boolean"),
				arguments("-12.5e3", "2:3: /0: must be an object, but is a number"),
				arguments("\"a, ] \\\" }\"", "2:3: /0: must be an object, but is a text"),
				arguments("[{}, [[]]]", "2:3: /0: must be an object, but is an array"),
				arguments("{\"id\":\"é\",\n\n \"id\":1}", "4:7: /0: is ambiguous: Duplicate property \"id\""),
				arguments(P2.replace("\"t\"", "\"é\",\n\"x\":\t12,\"title\":\"\""),
						"3:17: /0: is ambiguous: Duplicate property \"title\""),
				arguments(P2.replace("\"title\":\"t\"", "\"title\":\n\t\t\t\"\""),
						"3:4: /0/title (p2): must not be blank"),
				arguments(P2.replace("\"title\":\"t\"", "\"é\u20AC😀\":1,  \"title\":7"),
						"2:32: /0/title (p2): must be a text, but is the number 7"),
				arguments(P2.replace("\"tags\":[]", "\"tags\":[\"a\",\n\n\"\"]"),
						"4:1: /0/tags/1 (p2): must not be blank"),
				arguments(P2.replace("\"status\":\"published\"", "\"a/b~c\":\"\\u0000\", \"status\":\"published\""),
						"%d:%d: /0/metadata/a~1b~0c (p2): it holds U+0000 at character 1; control characters, "
							.formatted(2, 3 + P2.indexOf("\"status\":\"published\"") + "\"a/b~c\":".length())
								+ "bidirectional overrides and lone surrogates are refused"),
				arguments("{\"x\":1e99999999999}",
						"2:3: /0: is beyond what is read: a number has an exponent of too many digits"),
				arguments("{\"x\":" + "1".repeat(1001) + "}",
						"2:3: /0: is beyond what is read: Number value length (1001) exceeds the maximum allowed"),
				arguments(P2.replace("{\"type\"", "{\"x\":" + "[".repeat(99) + "]".repeat(99) + ",\"type\""),
						"2:3: /0: is beyond what is read: Document nesting depth (101) exceeds the maximum allowed"));
	}

	@ParameterizedTest
	@MethodSource
	void refusesASourceThatCannotBeReadToItsEndWithCertainty(String source, String expected) {
		Reading reading = Reading.of(source, SourceForm.ARRAY);
		assertThatExceptionOfType(SourceFault.class).isThrownBy(reading::rest).withMessage("projects.json:" + expected);
	}

	static Stream<Arguments> refusesASourceThatCannotBeReadToItsEndWithCertainty() {
		return Stream.of(arguments("", "1:1: is empty; a JSON array of documents was expected"),
				arguments(" \r\n\t ", "2:3: is empty; a JSON array of documents was expected"),
				arguments("\uFEFF", "1:1: is empty; a JSON array of documents was expected"),
				arguments(P1, "1:1: must be a JSON array of documents, but begins with '{'"),
				arguments("é", "1:1: must be a JSON array of documents, but begins with the byte 0xC3"),
				arguments("[", "1:2: ends before the array is closed; the file is truncated"),
				arguments("[" + P1,
						"1:%d: ends before the array is closed; the file is truncated".formatted(P1.length() + 2)),
				arguments("[{},\n", "2:1: ends before the array is closed; the file is truncated"),
				arguments("[{},\n]", "2:1: expected an element, but found ']'"),
				arguments("[,", "1:2: expected an element, but found ','"),
				arguments("[null null]", "1:7: expected ',' or ']' behind element 0, but found 'n'"),
				arguments("[\n{\"a\":\"b",
						"2:8: ends inside the element that begins at line 2, column 1; the file is truncated, or a "
								+ "quotation mark or bracket is missing"),
				arguments("[\n{\"a\":[1,",
						"2:9: ends inside the element that begins at line 2, column 1; the file is truncated, or a "
								+ "quotation mark or bracket is missing"),
				arguments("[]\n[]", "2:1: expected nothing behind the array, but found '['"),
				arguments("[] \u0000", "1:4: expected nothing behind the array, but found the byte 0x00"),
				arguments("[NaN]", "1:5: is not JSON: Non-standard token 'NaN'"),
				arguments("[\n {\"é\":012}]", "2:8: is not JSON: Invalid numeric value: Leading zeroes not allowed"),
				arguments("[{\"a\":1,}]",
						"1:9: is not JSON: Unexpected character ('}' (code 125)): was expecting "
								+ "double-quote to start property name"),
				arguments("[{'a':1}]",
						"1:3: is not JSON: Unexpected character (''' (code 39)): was expecting "
								+ "double-quote to start property name"),
				arguments("[{\"a\":1]", "1:8: is not JSON: Unexpected close marker ']': expected '}'"),
				arguments("[{}/**/]", "1:4: expected ',' or ']' behind element 0, but found '/'"),
				arguments("[{\"a\":\"\n\"}]",
						"1:8: is not JSON: Illegal unquoted character ((CTRL-CHAR, code 10)): "
								+ "has to be escaped using backslash to be included in string value"),
				arguments("[{\"a\":+1}]",
						"1:8: is not JSON: Unexpected character ('+' (code 43)) in numeric value: "
								+ "JSON spec does not allow numbers to have plus signs"),
				arguments("[{\"a\":\"\\x\"}]", "1:9: is not JSON: Unrecognized character escape 'x' (code 120)"),
				arguments("[tru]", "1:2: is not JSON: Unrecognized token 'tru': was expecting (JSON String, Number, "
						+ "Array, Object or token 'null', 'true' or 'false')"));
	}

	@ParameterizedTest
	@MethodSource
	void rejectsALineAndReadsOn(String line, String expected) {
		List<SourceItem> items = Reading.of(P1 + "\n" + line + "\n" + P2 + "\n", SourceForm.LINES).rest();
		assertThat(Reading.describe(items.get(1))).isEqualTo("projects.jsonl:2:" + expected);
		assertThat(((Document) items.get(2)).id()).isEqualTo("p2");
		assertThat(items).hasSize(3);
	}

	static Stream<Arguments> rejectsALineAndReadsOn() {
		return Stream.of(arguments("null", "1: /: must be an object, but is null"),
				arguments("  {\"é\": ", "9: /: is not JSON: Unexpected end-of-input within/between Object entries"),
				arguments("{}{}", "3: /: is ambiguous: Trailing token"),
				arguments(P1 + ",",
						"%d: /: is not JSON: Unexpected character (',' (code 44)): expected a value"
							.formatted(P1.length() + 1)),
				arguments("{\"id\":1,\"id\":2}", "14: /: is ambiguous: Duplicate property \"id\""),
				arguments("[", "2: /: is not JSON: Unexpected end-of-input: expected close marker for Array"),
				arguments(P1.replace("\"title\":\"t\"", "\"title\":null"),
						"%d: /title (p1): is required, but null".formatted(P1.indexOf("\"t\"") + 1)));
	}

	@Test
	void takesABrokenLastLineWithoutLineEndForATruncatedFile() {
		Reading reading = Reading.of(P1 + "\n{\"id\":\"p", SourceForm.LINES);
		assertThatExceptionOfType(SourceFault.class).isThrownBy(reading::rest)
			.withMessage("projects.jsonl:2:9: is not JSON: Unexpected end-of-input in VALUE_STRING "
					+ "(in the last line, which has no line end; is the file truncated?)");
	}

	@Test
	void rejectsWhatIsLargerThanADocumentMayBeAndReadsOn() {
		String atTheBound = padded(DocumentReader.MAX_DOCUMENT);
		String beyond = padded(DocumentReader.MAX_DOCUMENT + 1);
		assertThat(Reading.of("[" + atTheBound + ",\n" + beyond + ",\n" + P2 + "]", SourceForm.ARRAY).rest())
			.extracting((item) -> (item instanceof Document document) ? document.id() : ((Reject) item).summary())
			.containsExactly("p1", "projects.json:2:1: /1: is 1,048,577 bytes long; a document may have 1,048,576",
					"p2");
	}

	private static String padded(int length) {
		return P1.substring(0, P1.length() - 1) + " ".repeat(length - P1.length()) + "}";
	}

	@ParameterizedTest
	@MethodSource
	void rejectsBytesThatAreNotUtf8(int[] bytes, String expected) {
		byte[] source = ("[\n" + P1 + ",\n" + P2.replace("\"t\"", "\"é" + "?".repeat(bytes.length) + "\"") + "]")
			.getBytes(StandardCharsets.UTF_8);
		int at = new String(source, StandardCharsets.ISO_8859_1).indexOf('?');
		for (int i = 0; i < bytes.length; i++) {
			source[at + i] = (byte) bytes[i];
		}
		List<SourceItem> items = Reading.of(source, SourceForm.ARRAY).rest();
		assertThat(Reading.describe(items.get(1)))
			.isEqualTo("projects.json:3:%d: /1: byte 0x%s at offset %d is not UTF-8".formatted(P2.indexOf("\"t\"") + 3,
					expected, at));
	}

	static Stream<Arguments> rejectsBytesThatAreNotUtf8() {
		return Stream.of(arguments(new int[] { 0xC0, 0x80 }, "C0"), arguments(new int[] { 0xED, 0xA0, 0x80 }, "ED"),
				arguments(new int[] { 0x80 }, "80"), arguments(new int[] { 0xFF }, "FF"),
				arguments(new int[] { 0xF5, 0x80, 0x80, 0x80 }, "F5"), arguments(new int[] { 0xE2, 0x82 }, "E2"));
	}

	@Test
	void tellsOtherEncodingsAndCompressionFromBrokenJson() {
		String utf16 = "projects.json:1:1: is not UTF-8 but UTF-16 or UTF-32; save it as UTF-8";
		assertFault(P1.getBytes(StandardCharsets.UTF_16), utf16);
		assertFault(P1.getBytes(StandardCharsets.UTF_16LE), utf16);
		assertFault(P1.getBytes(StandardCharsets.UTF_16BE), utf16);
		assertFault(new byte[] { 0x1F, (byte) 0x8B, 8 },
				"projects.json:1:1: is compressed with gzip; give it a name that ends in .gz");
	}

	private static void assertFault(byte[] source, String message) {
		Reading reading = Reading.of(source, SourceForm.ARRAY);
		assertThatExceptionOfType(SourceFault.class).isThrownBy(reading::rest).withMessage(message);
	}

	@Test
	void reportsAtMostTwentyFaultsOfOneElement() {
		String tags = "\"\",".repeat(30) + "\"\"";
		Reject reject = (Reject) Reading
			.of("[" + P1.replace("\"tags\":[]", "\"tags\":[" + tags + "]") + "]", SourceForm.ARRAY)
			.next();
		assertThat(reject.faults()).hasSize(Reject.MOST_FAULTS);
		assertThat(reject.summary()).endsWith("(and 19 more)");
	}

	@Test
	void saysWhereADuplicateStandsAndWhereTheFirstIs() {
		Reading reading = Reading.of("[" + P1 + ",\n " + P1 + "]", SourceForm.ARRAY);
		List<SourceItem> items = reading.rest();
		assertThat(reading.reader().duplicate((Document) items.get(1), 0).summary())
			.isEqualTo("projects.json:2:2: /1/id (p1): the id \"p1\" stands already at element 0");
	}

	private static List<String> ids(Reading reading) {
		return reading.rest().stream().map((item) -> ((Document) item).id()).toList();
	}

}
