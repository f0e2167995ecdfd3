package portage.job.backfill;

/**
 * How many rejects a run may have and still announce its generation.
 *
 * @param most the most rejects; 0 announces nothing unless every element is migrated
 * @param stopEarly whether reading ends as soon as there are more; otherwise all rejects
 * are found first
 */
public record RejectPolicy(long most, boolean stopEarly) {

	/** Any reject fails the run, but only after all were found. */
	public static final RejectPolicy FAIL = new RejectPolicy(0, false);

	/** Rejects are left out, up to so many. */
	public static RejectPolicy skipUpTo(long most) {
		return new RejectPolicy(most, true);
	}

	boolean isExceededBy(long rejects) {
		return rejects > this.most;
	}

}
