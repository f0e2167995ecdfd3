package portage.api.content;

/** A store cannot answer now. It says so rather than answer with less than there is. */
public final class StoreUnavailable extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * With what happened, for the operator; callers of the API see a message of its own.
	 */
	public StoreUnavailable(String message, Throwable cause) {
		super(message, cause);
	}

	/** Without a cause other than the message. */
	public StoreUnavailable(String message) {
		super(message);
	}

}
