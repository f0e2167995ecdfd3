package portage.job.backfill;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import portage.job.JobFailure;
import portage.job.redis.Counts;
import portage.model.content.ContentType;
import portage.model.migration.Announcement;
import portage.model.source.Reject;

/**
 * How a run ended.
 *
 * @param state in one word
 * @param generation which generation it wrote, or found
 * @param announcement what is current now, if this run or an earlier one announced it
 * @param steps what became of each source; empty if nothing had to be done
 * @param rejects the first ones
 * @param failure why nothing was announced; null if it was
 */
public record MigrationOutcome(State state, long generation, Optional<Announcement> announcement,
		Map<ContentType, StepResult> steps, List<Reject> rejects, @Nullable JobFailure failure) {

	/** How a run ended, in one word. */
	public enum State {

		/** A new generation is current. */
		MIGRATED,

		/** The same content was current already; nothing was written. */
		ALREADY_MIGRATED,

		/** All sources were read, and nothing was to be written. */
		DRY_RUN,

		/** Nothing was announced. */
		FAILED

	}

	/**
	 * What became of one source.
	 *
	 * @param counts of all runs together
	 * @param bytes read of it
	 * @param seconds the last run spent on it
	 * @param unknownFields fields that the model does not know, all kept
	 */
	public record StepResult(Counts counts, long bytes, double seconds, long unknownFields) {
	}

}
