package portage.model.content;

import com.fasterxml.jackson.annotation.JsonValue;

/** The three kinds of content that are migrated and served. */
public enum ContentType {

	/** A case study. */
	PROJECT("project", "projects", Project.class),

	/** Something to download. */
	RESOURCE("resource", "resources", Resource.class),

	/** One line of the audit trail. */
	AUDIT("audit", "audit", AuditEntry.class);

	private final String key;

	private final String plural;

	private final Class<? extends Record> model;

	ContentType(String key, String plural, Class<? extends Record> model) {
		this.key = key;
		this.plural = plural;
		this.model = model;
	}

	/** The word used in Redis keys and in reports. */
	@JsonValue
	public String key() {
		return this.key;
	}

	/**
	 * The name of the source file without its ending, of the batch step and of the count
	 * in an announcement.
	 */
	public String plural() {
		return this.plural;
	}

	Class<? extends Record> model() {
		return this.model;
	}

}
