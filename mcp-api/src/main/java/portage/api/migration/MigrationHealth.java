package portage.api.migration;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

import portage.api.migration.PhasedContent.Reads;

/**
 * Where the migration stands. It is up even while Redis is away, because JSON then
 * answers; the details say so.
 */
final class MigrationHealth implements HealthIndicator {

	private final MigrationWatch watch;

	private final PhasedContent content;

	MigrationHealth(MigrationWatch watch, PhasedContent content) {
		this.watch = watch;
		this.content = content;
	}

	@Override
	public Health health() {
		MigrationState state = this.watch.state();
		Reads reads = this.content.reads();
		Health.Builder health = Health.up()
			.withDetail("phase", state.known() ? state.phase().key() : "unknown")
			.withDetail("epoch", state.epoch())
			.withDetail("source", (reads == Reads.REDIS) ? "redis" : "json")
			.withDetail("degraded", reads == Reads.FALLBACK)
			.withDetail("redisAnswers", state.redisAnswers())
			.withDetail("since", state.since());
		state.announcement().ifPresent((announced) -> health.withDetail("generation", "g" + announced.generation()));
		if (state.trouble() != null) {
			health.withDetail("trouble", state.trouble());
		}
		return health.build();
	}

}
