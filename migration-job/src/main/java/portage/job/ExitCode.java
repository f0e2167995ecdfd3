package portage.job;

/**
 * How the process ends. A Kubernetes Job's pod failure policy and every script rely on
 * these numbers.
 */
public enum ExitCode {

	/** Done, or there was nothing to do. */
	DONE(0),

	/** A fault of Portage itself, which should be reported. */
	DEFECT(1),

	/** More documents were rejected than the policy allows; nothing was announced. */
	REJECTS(10),

	/**
	 * The command line, the configuration or a source is wrong; trying again will not
	 * help.
	 */
	BAD_INPUT(20),

	/** Redis or the job repository could not be used; trying again may help. */
	INFRASTRUCTURE(30),

	/** What was read back differs from the source. */
	DIFFERENCES(40);

	private final int number;

	ExitCode(int number) {
		this.number = number;
	}

	/** What the operating system is told. */
	public int number() {
		return this.number;
	}

}
