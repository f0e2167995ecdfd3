package portage.job.backfill;

import portage.job.redis.Counts;

/** Is told how a run goes on, step by step, always on the thread that works. */
public interface ProgressListener {

	/**
	 * A step begins or goes on.
	 * @param step its name
	 * @param total what there is to do, in bytes of source, or in elements for the
	 * verification; 0 if unknown
	 * @param done what an earlier run has done of it
	 */
	void began(String step, long total, long done);

	/**
	 * A chunk is written.
	 * @param counts since the first element of the source
	 * @param done of the step's total
	 */
	void advanced(String step, Counts counts, long done);

	/** A step is over. */
	void ended(String step, Counts counts);

}
