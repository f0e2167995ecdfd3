package portage.api.tools;

import portage.api.migration.MigrationState;
import portage.api.migration.PhasedContent;
import portage.model.migration.Phase;
import portage.model.migration.RunState;

/** What has to happen next, in words. */
final class NextStep {

	private NextStep() {
	}

	static String of(MigrationState state, PhasedContent.Reads reads) {
		if (!state.redisAnswers()) {
			return "Redis does not answer, or not as it should; reads come from JSON. An operator finds the reason in "
					+ "/actuator/health.";
		}
		if (state.phase().readsRedis()) {
			return (reads == PhasedContent.Reads.JSON)
					? "This server is kept on JSON by portage.force-json; unset it to read from Redis."
					: "Nothing: reads come from Redis. Updates come with the next release.";
		}
		RunState run = state.run().map((latest) -> latest.state()).orElse(null);
		if (run == RunState.RUNNING || run == RunState.VERIFYING) {
			return "Wait: a run is copying the content to Redis. Reads come from JSON until it has announced a complete and "
					+ "verified copy.";
		}
		if (run == RunState.FAILED || run == RunState.STOPPED) {
			return "The latest run ended without announcing anything. Look at /api/batch/executions for the reason, mend it, "
					+ "and run the migration job again.";
		}
		return state.announcement().isPresent()
				? "A complete copy is in Redis, but the phase is " + Phase.JSON.key()
						+ ": an operator decides when reads move."
				: "Run the migration job: java -jar migration-job-0.1.0.jar migrate";
	}

}
