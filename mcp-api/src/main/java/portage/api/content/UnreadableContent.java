package portage.api.content;

/**
 * The JSON content cannot be read, so there is nothing to fall back to: the API does not
 * start.
 */
final class UnreadableContent extends RuntimeException {

	private static final long serialVersionUID = 1L;

	UnreadableContent(String message) {
		super(message);
	}

	UnreadableContent(String message, Throwable cause) {
		super(message, cause);
	}

}
