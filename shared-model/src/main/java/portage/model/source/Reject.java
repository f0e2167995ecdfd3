package portage.model.source;

import java.util.List;

import org.jspecify.annotations.Nullable;

import portage.model.content.ContentType;

/**
 * An element that is not migrated, kept with its reasons.
 *
 * @param type what it should have been
 * @param position which element of its source it is, from 0
 * @param id its id, where it has a readable one
 * @param file the source
 * @param faults every reason, in the order of the file; at least one
 */
public record Reject(ContentType type, long position, @Nullable String id, String file,
		List<Fault> faults) implements SourceItem {

	/** So many reasons of one element are kept; a hostile document can have thousands. */
	public static final int MOST_FAULTS = 20;

	public Reject {
		if (faults.isEmpty()) {
			throw new IllegalArgumentException("a reject needs a reason");
		}
		faults = faults.stream().limit(MOST_FAULTS).toList();
	}

	/**
	 * One reason.
	 *
	 * @param line from 1
	 * @param column in code points, from 1
	 * @param pointer an RFC 6901 JSON pointer from the root of the file, or of the line
	 * where each line is a document
	 * @param reason the rule and what was found, for people
	 */
	public record Fault(long line, long column, String pointer, String reason) {
	}

	/**
	 * One line for people: the place of the first fault, the pointer, the reason, and how
	 * many more there are.
	 */
	public String summary() {
		Fault first = this.faults.get(0);
		String more = (this.faults.size() > 1) ? " (and " + (this.faults.size() - 1) + " more)" : "";
		return "%s:%d:%d: %s%s: %s%s".formatted(this.file, first.line(), first.column(),
				first.pointer().isEmpty() ? "/" : first.pointer(), (this.id != null) ? " (" + this.id + ")" : "",
				first.reason(), more);
	}

}
