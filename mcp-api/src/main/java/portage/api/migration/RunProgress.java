package portage.api.migration;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import portage.model.content.ContentType;
import portage.model.migration.RunState;

/**
 * What the latest run of the job has done so far. It is there to be shown; nothing is
 * decided by it.
 *
 * @param runId the job execution
 * @param generation the generation it writes; 0 until it has one
 * @param state how it is doing
 * @param step which step it is at; empty before the first
 * @param counts how far it is, by type; every type is present
 * @param startedAt when it began; null if it did not say
 * @param updatedAt when it last said something; null if it did not say
 */
public record RunProgress(String runId, long generation, RunState state, String step, Map<ContentType, Count> counts,
		@Nullable Instant startedAt, @Nullable Instant updatedAt) {

	private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

	public RunProgress {
		counts = Collections.unmodifiableMap(new EnumMap<>(counts));
	}

	/**
	 * How far one type is.
	 *
	 * @param read elements read
	 * @param written documents written
	 * @param rejected elements rejected; read = written + rejected
	 * @param bytes bytes of the source that were read, uncompressed
	 * @param totalBytes how many bytes the source has, uncompressed; 0 if not known
	 */
	public record Count(long read, long written, long rejected, long bytes, long totalBytes) {
	}

	/** Reads the hash that the job writes; empty if it names no run. */
	static Optional<RunProgress> ofHash(Map<String, String> hash) {
		Optional<RunState> state = RunState.of(hash.getOrDefault("state", ""));
		String runId = hash.get("runId");
		if (state.isEmpty() || runId == null) {
			return Optional.empty();
		}
		Map<ContentType, Count> counts = new EnumMap<>(ContentType.class);
		for (ContentType type : ContentType.values()) {
			String of = type.key() + ":";
			counts.put(type, new Count(number(hash, of + "read"), number(hash, of + "written"),
					number(hash, of + "rejected"), number(hash, of + "bytes"), number(hash, of + "totalBytes")));
		}
		return Optional.of(new RunProgress(runId, number(hash, "generation"), state.get(),
				Objects.requireNonNullElse(hash.get("step"), ""), counts, instant(hash.get("startedAt")),
				instant(hash.get("updatedAt"))));
	}

	private static long number(Map<String, String> hash, String field) {
		String text = hash.getOrDefault(field, "");
		return NUMBER.matcher(text).matches() ? Long.parseLong(text) : 0;
	}

	private static @Nullable Instant instant(@Nullable String text) {
		try {
			return (text != null) ? Instant.parse(text) : null;
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

}
