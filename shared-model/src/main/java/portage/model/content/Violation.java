package portage.model.content;

/**
 * One fault of a document.
 *
 * @param pointer where, as an RFC 6901 JSON pointer into the document; empty for the
 * document itself. Of a missing field: where it should be
 * @param reason the rule and what was found instead, for people
 */
public record Violation(String pointer, String reason) {

	/** Escapes one step of a pointer. */
	static String escape(String step) {
		return step.replace("~", "~0").replace("/", "~1");
	}

}
