package portage.api.batch;

/** Where rejects are kept. */
interface Rejects {

	/**
	 * The rejects of the run that wrote, or writes, a generation.
	 * @throws RuntimeException if they cannot be told now
	 */
	RejectsView of(long generation);

}
