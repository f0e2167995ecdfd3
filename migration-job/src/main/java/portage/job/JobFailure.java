package portage.job;

/**
 * Ends a command with a message for people and an exit code for scripts; never a stack
 * trace.
 */
public final class JobFailure extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final ExitCode exitCode;

	/** A failure found by looking. */
	public JobFailure(ExitCode exitCode, String message) {
		super(message);
		this.exitCode = exitCode;
	}

	/** A failure that something else reported. */
	public JobFailure(ExitCode exitCode, String message, Throwable cause) {
		super(message, cause);
		this.exitCode = exitCode;
	}

	/** How the process should end. */
	public ExitCode exitCode() {
		return this.exitCode;
	}

}
