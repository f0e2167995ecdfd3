package portage.api.probe;

/** A tool did not answer as it should; the message is one line for people. */
final class ProbeFailed extends Exception {

	private static final long serialVersionUID = 1L;

	ProbeFailed(String message) {
		super(message);
	}

	ProbeFailed(String message, Throwable cause) {
		super(message, cause);
	}

}
