package portage.job.source.planted;

import portage.job.backfill.RejectPolicy;

/** Planted: against the flow, and by the way round to {@code source} again. */
public final class SourceThatKnowsTheBackfill {

	private final RejectPolicy policy = RejectPolicy.FAIL;

	@Override
	public String toString() {
		return this.policy.toString();
	}

}
