package portage.api.tools;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import portage.api.query.ErrorCode;

/** A failure that a tool foresees. */
final class ToolFailure extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final ErrorCode code;

	private final transient @Nullable JsonNode details;

	/** With what happened and what to do, and with details for programs. */
	ToolFailure(ErrorCode code, String message, @Nullable JsonNode details) {
		super(message);
		this.code = code;
		this.details = details;
	}

	ErrorCode code() {
		return this.code;
	}

	@Nullable JsonNode details() {
		return this.details;
	}

}
