package portage.api.migration;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import portage.model.migration.Announcement;
import portage.model.migration.Phase;

/**
 * Where the migration stands, as this API last saw it. While Redis is away everything but
 * the last three components stays as it was.
 *
 * @param known whether Redis has ever answered since the start; until then the phase is
 * only a guess
 * @param phase which store reads come from
 * @param epoch the version of the control state, from 1; 0 if it was never changed
 * @param announcement the generation that was announced last; empty if none was
 * @param run the latest run; empty if there was none
 * @param redisAnswers whether Redis answered when it was last asked
 * @param since since when it answers, or does not
 * @param trouble why it does not; null if it does, or was never asked
 */
public record MigrationState(boolean known, Phase phase, long epoch, Optional<Announcement> announcement,
		Optional<RunProgress> run, boolean redisAnswers, Instant since, @Nullable String trouble) {

	/** Before Redis was asked for the first time. */
	static MigrationState unknown(Instant now) {
		return new MigrationState(false, Phase.JSON, 0, Optional.empty(), Optional.empty(), false, now, null);
	}

	/**
	 * What the hashes in Redis say.
	 * @throws IllegalArgumentException if they say something that this version does not
	 * understand
	 */
	MigrationState seen(Map<String, String> control, Map<String, String> current, Map<String, String> progress,
			Instant now) {
		String word = control.getOrDefault("phase", Phase.JSON.key());
		Phase seenPhase = Phase.of(word)
			.orElseThrow(() -> new IllegalArgumentException("there is no phase '" + word + "'"));
		return new MigrationState(true, seenPhase, Long.parseLong(control.getOrDefault("epoch", "0")),
				current.isEmpty() ? Optional.empty() : Optional.of(Announcement.ofHash(current)),
				RunProgress.ofHash(progress), true, this.redisAnswers ? this.since : now, null);
	}

	/** The same, but Redis does not answer. */
	MigrationState withTrouble(String reason, Instant now) {
		return new MigrationState(this.known, this.phase, this.epoch, this.announcement, this.run, false,
				this.redisAnswers ? now : this.since, reason);
	}

}
