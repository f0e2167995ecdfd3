package portage.model.content;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who may see a document. */
public enum Status {

	/** Everybody. */
	@JsonProperty("published")
	PUBLISHED("published"),

	/** Nobody yet. */
	@JsonProperty("draft")
	DRAFT("draft"),

	/** Nobody any more. */
	@JsonProperty("archived")
	ARCHIVED("archived");

	private final String key;

	Status(String key) {
		this.key = key;
	}

	/** The word in JSON. */
	public String key() {
		return this.key;
	}

}
