package portage.job.verify;

import java.util.Locale;

import portage.model.content.ContentType;

/**
 * One way in which a generation is not what the source says.
 *
 * @param type of the document
 * @param kind what is different
 * @param id which document; or the name of the index
 * @param pointer where in the document, as a JSON pointer; empty if it is not about a
 * field
 * @param detail what was expected and what was found, for people
 */
public record Difference(ContentType type, Kind kind, String id, String pointer, String detail) {

	/** What is different. */
	public enum Kind {

		/** In the source, not in Redis. */
		MISSING,

		/** In Redis, not in the source. */
		EXTRA,

		/** In both, with other values. */
		VALUE,

		/** In both, at another place. */
		ORDER,

		/** In both, but not found by what it should be found by. */
		INDEX

	}

	@Override
	public String toString() {
		return "%s %s %s%s: %s".formatted(this.kind.name().toLowerCase(Locale.ROOT), this.type.key(), this.id,
				this.pointer, this.detail);
	}

}
