package portage.model.migration;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import portage.model.content.ContentType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AnnouncementTest {

	private final Announcement announcement = new Announcement(7, 5,
			Map.of(ContentType.PROJECT, 3L, ContentType.RESOURCE, 0L, ContentType.AUDIT, 10_000_000_000L),
			"0".repeat(64), "f".repeat(64), "42", Instant.parse("2026-01-31T09:30:00.123456789Z"));

	@Test
	void becomesAHashAndBack() {
		assertThat(Announcement.ofHash(this.announcement.toHash())).isEqualTo(this.announcement);
	}

	/** What the API of another release reads. */
	@Test
	void isWrittenInTheseFields() {
		Map<String, String> expected = new LinkedHashMap<>();
		expected.put("generation", "7");
		expected.put("previous", "5");
		expected.put("projects", "3");
		expected.put("resources", "0");
		expected.put("audit", "10000000000");
		expected.put("digest", "0".repeat(64));
		expected.put("sources", "f".repeat(64));
		expected.put("runId", "42");
		expected.put("completedAt", "2026-01-31T09:30:00.123Z");
		assertThat(this.announcement.toHash()).containsExactlyEntriesOf(expected);
	}

	@Test
	void ignoresFieldsThatALaterReleaseAdds() {
		Map<String, String> hash = new HashMap<>(this.announcement.toHash());
		hash.put("later", "x");
		assertThat(Announcement.ofHash(hash)).isEqualTo(this.announcement);
	}

	@ParameterizedTest
	@ValueSource(strings = { "generation", "projects", "resources", "audit", "digest", "sources", "completedAt" })
	void isNotReadWithAFieldMissing(String field) {
		Map<String, String> hash = new HashMap<>(this.announcement.toHash());
		hash.remove(field);
		assertThatThrownBy(() -> Announcement.ofHash(hash)).isInstanceOf(IllegalArgumentException.class);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "generation | 0 | generation must be 1 or more, but was 0",
					"previous | 7 | previous must be below 7, but was 7",
					"previous | -1 | previous must be below 7, but was -1",
					"digest | ABC | digest must be 64 lower-case hex digits, but was 'ABC'",
					"completedAt | today | completedAt must be an ISO-8601 instant, but was 'today'",
					"sources | '' | sources must be 64 lower-case hex digits, but was ''" })
	void refusesWhatCannotBe(String field, String value, String message) {
		Map<String, String> hash = new HashMap<>(this.announcement.toHash());
		hash.put(field, value);
		assertThatIllegalArgumentException().isThrownBy(() -> Announcement.ofHash(hash)).withMessage(message);
	}

}
