package portage.model.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import portage.model.content.ContentType;
import portage.model.content.Examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Reading on from any checkpoint finds what reading in one go would have found. */
class CheckpointTest {

	private static final int ELEMENTS = 12;

	@ParameterizedTest(name = "{0}")
	@MethodSource("sources")
	void readingOnFindsTheSameRest(String name, String source, SourceForm form) {
		byte[] bytes = source.getBytes(StandardCharsets.UTF_8);
		List<String> all = Reading.of(bytes, form).described();
		assertThat(all).hasSize(ELEMENTS);
		List<Checkpoint> checkpoints = checkpoints(bytes, form);
		for (int i = 0; i < checkpoints.size(); i++) {
			assertThat(checkpoints.get(i).position()).isEqualTo(Math.min(i, ELEMENTS));
			assertThat(Reading.from(checkpoints.get(i), bytes, form).described()).as("from %s", checkpoints.get(i))
				.isEqualTo(all.subList(Math.min(i, ELEMENTS), ELEMENTS));
		}
	}

	/** One before each element, one behind the last, and one after the end was seen. */
	private static List<Checkpoint> checkpoints(byte[] source, SourceForm form) {
		Reading reading = Reading.of(source, form);
		List<Checkpoint> checkpoints = new ArrayList<>();
		do {
			checkpoints.add(reading.reader().checkpoint());
		}
		while (reading.next() != null);
		checkpoints.add(reading.reader().checkpoint());
		return checkpoints;
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("sources")
	void linesAndColumnsAreThoseOfAnEditor(String name, String source, SourceForm form) {
		String[] lines = source.replace("\uFEFF", "").split("\n", -1);
		for (SourceItem item : Reading.of(source, form).rest()) {
			Reject.Fault place = (item instanceof Reject reject) ? reject.faults().get(0)
					: new Reject.Fault(((Document) item).line(), ((Document) item).column(), "", "");
			String line = lines[Math.toIntExact(place.line() - 1)];
			assertThat(line.substring(line.offsetByCodePoints(0, Math.toIntExact(place.column() - 1))))
				.startsWith((item instanceof Document document) ? "{\"id\":\"" + document.id() + "\"" : "\"fault\"");
		}
	}

	static Stream<Arguments> sources() {
		return Stream.of(arguments("array", array(",", 0), SourceForm.ARRAY),
				arguments("array, one element a line", array(",\n", 0), SourceForm.ARRAY),
				arguments("array, CRLF and space everywhere", array("\r\n,\r\n \t", 0), SourceForm.ARRAY),
				arguments("array, byte order mark", "\uFEFF" + array(" ,\n", 0), SourceForm.ARRAY),
				arguments("array, over the borders of the buffer", array(",", 30_011), SourceForm.ARRAY),
				arguments("array, larger than the buffer", "\uFEFF" + array(",\n", 70_009), SourceForm.ARRAY),
				arguments("lines", elements("\n", 0) + "\n", SourceForm.LINES),
				arguments("lines, no line end at the end", elements("\n", 0), SourceForm.LINES),
				arguments("lines, CRLF, byte order mark", "\uFEFF" + elements("\r\n", 0) + "\r\n", SourceForm.LINES),
				arguments("lines, blank ones between", "\n\n" + elements("\n\r\n \t\n", 0) + "\n\n", SourceForm.LINES),
				arguments("lines, over the borders of the buffer", elements("\n", 30_011) + "\n", SourceForm.LINES));
	}

	private static String array(String separator, int padding) {
		return " [ " + elements(separator, padding) + " \n ] ";
	}

	/** Every fifth is a reject; all hold characters of one to four bytes. */
	private static String elements(String separator, int padding) {
		return IntStream.range(0, ELEMENTS)
			.mapToObj((i) -> (i % 5 == 3) ? "\"fault\""
					: Examples.of(ContentType.PROJECT, "p" + i)
						.put("challenge", "aé€😀\"[{\\".repeat(1 + i % 3))
						.set("unknown", Examples.of(ContentType.PROJECT).arrayNode().add("é😀".repeat(padding / 6)))
						.toString())
			.reduce((left, right) -> left + separator + right)
			.orElseThrow();
	}

	@Test
	void anEmptyArrayEndsAgainFromItsCheckpoint() {
		byte[] source = "[ ]\n".getBytes(StandardCharsets.UTF_8);
		Reading reading = Reading.of(source, SourceForm.ARRAY);
		assertThat(reading.rest()).isEmpty();
		assertThat(Reading.from(reading.reader().checkpoint(), source, SourceForm.ARRAY).rest()).isEmpty();
	}

	@Test
	void refusesToBeNowhere() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Checkpoint(-1, 1, 1, 0))
			.withMessage("no place in a source: offset -1, line 1, column 1, position 0");
		assertThatIllegalArgumentException().isThrownBy(() -> new Checkpoint(0, 0, 1, 0));
		assertThatIllegalArgumentException().isThrownBy(() -> new Checkpoint(0, 1, 0, 0));
		assertThatIllegalArgumentException().isThrownBy(() -> new Checkpoint(0, 1, 1, -1));
	}

}
