package portage.api.rest;

import portage.api.query.ErrorCode;

/** There is no such document, as far as the caller may know. */
final class DocumentNotFound extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final ErrorCode code;

	DocumentNotFound(ErrorCode code, String message) {
		super(message);
		this.code = code;
	}

	ErrorCode code() {
		return this.code;
	}

}
