package portage.model.migration;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

import portage.model.content.ContentType;

/**
 * What the job writes last: a complete and verified copy of the content is in Redis.
 *
 * <p>
 * Until there is an announcement, the API answers from the bundled JSON.
 *
 * @param generation which copy this is; 1 for the first run
 * @param previous the generation announced before, kept for rollback; 0 if there was none
 * @param documents how many documents were written, by type; every type is present, with
 * 0 if empty
 * @param digest SHA-256 over the canonical bytes of all documents in order, as 64
 * lower-case hex digits
 * @param sources SHA-256 over the source files, which identifies the run's input
 * @param runId the job execution that wrote it
 * @param completedAt when verification ended, in UTC, cut to whole milliseconds
 * @see <a href="https://hollow.how/">Hollow: publish, validate, announce</a>
 */
public record Announcement(long generation, long previous, Map<ContentType, Long> documents, String digest,
		String sources, String runId, Instant completedAt) {

	private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

	public Announcement {
		require(generation >= 1, "generation must be 1 or more, but was " + generation);
		require(previous >= 0 && previous < generation,
				"previous must be below " + generation + ", but was " + previous);
		EnumMap<ContentType, Long> counts = new EnumMap<>(ContentType.class);
		for (ContentType type : ContentType.values()) {
			long count = documents.getOrDefault(type, -1L);
			require(count >= 0, "documents must count every " + type.key() + ", but was " + documents);
			counts.put(type, count);
		}
		documents = Collections.unmodifiableMap(counts);
		require(SHA_256.matcher(digest).matches(), "digest must be 64 lower-case hex digits, but was '" + digest + "'");
		require(SHA_256.matcher(sources).matches(),
				"sources must be 64 lower-case hex digits, but was '" + sources + "'");
		completedAt = completedAt.truncatedTo(ChronoUnit.MILLIS);
	}

	/** As the fields of the Redis hash that holds it. */
	public Map<String, String> toHash() {
		Map<String, String> hash = new LinkedHashMap<>();
		hash.put("generation", Long.toString(this.generation));
		hash.put("previous", Long.toString(this.previous));
		this.documents.forEach((type, count) -> hash.put(type.plural(), Long.toString(count)));
		hash.put("digest", this.digest);
		hash.put("sources", this.sources);
		hash.put("runId", this.runId);
		hash.put("completedAt", this.completedAt.toString());
		return hash;
	}

	/**
	 * Reads the hash.
	 * @throws IllegalArgumentException if it is not what {@link #toHash()} writes
	 */
	public static Announcement ofHash(Map<String, String> hash) {
		EnumMap<ContentType, Long> documents = new EnumMap<>(ContentType.class);
		for (ContentType type : ContentType.values()) {
			documents.put(type, Long.valueOf(hash.getOrDefault(type.plural(), "-1")));
		}
		return new Announcement(Long.parseLong(hash.getOrDefault("generation", "0")),
				Long.parseLong(hash.getOrDefault("previous", "0")), documents, hash.getOrDefault("digest", ""),
				hash.getOrDefault("sources", ""), hash.getOrDefault("runId", ""),
				instant(hash.getOrDefault("completedAt", "")));
	}

	private static Instant instant(String text) {
		try {
			return Instant.parse(text);
		}
		catch (DateTimeParseException ex) {
			throw new IllegalArgumentException("completedAt must be an ISO-8601 instant, but was '" + text + "'", ex);
		}
	}

	private static void require(boolean holds, String message) {
		if (!holds) {
			throw new IllegalArgumentException(message);
		}
	}

}
