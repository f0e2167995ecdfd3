package portage.model.content;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A case study. The record is the schema: component order is the canonical field order,
 * {@code @Nullable} means optional, and a text without a narrower mark may hold 10,000
 * characters.
 *
 * @param id unique among projects
 * @param title at most 200 characters
 * @param result the outcome in one sentence
 * @param tags at most 20
 * @param image shown in lists
 * @param client for whom
 * @param challenge what was asked
 * @param solution what was done
 * @param description the long text
 * @param testimonial what the client said
 * @param results the outcomes, one a line
 * @param insight what was learned
 * @param metadata dates and visibility
 * @param unknown fields this model does not know, kept as they are
 */
public record Project(@Identifier String id, @Line String title, String result, @AtMost(20) @Line List<String> tags,
		@Link String image, Client client, String challenge, Solution solution, String description,
		Testimonial testimonial, List<String> results, Insight insight, ProjectMetadata metadata,
		@JsonAnySetter Map<String, JsonNode> unknown) {

	/**
	 * For whom a project was made.
	 *
	 * @param type the trade
	 * @param size how large, in words
	 * @param objective what the client wanted
	 * @param unknown kept as they are
	 */
	public record Client(String type, String size, String objective, @JsonAnySetter Map<String, JsonNode> unknown) {
	}

	/**
	 * What was done.
	 *
	 * @param description in words
	 * @param tools with what
	 * @param features what it can do
	 * @param videoUrl absent if there is no film
	 * @param screenshots at most 20
	 * @param demoLink absent if there is nothing to try
	 * @param unknown kept as they are
	 */
	public record Solution(String description, List<String> tools, List<String> features,
			@Link @Nullable String videoUrl, @AtMost(20) @Link List<String> screenshots,
			@Link @Nullable String demoLink, @JsonAnySetter Map<String, JsonNode> unknown) {
	}

	/**
	 * What the client said.
	 *
	 * @param text in their words
	 * @param author who
	 * @param avatar a portrait
	 * @param unknown kept as they are
	 */
	public record Testimonial(String text, String author, @Link String avatar,
			@JsonAnySetter Map<String, JsonNode> unknown) {
	}

	/**
	 * What was learned.
	 *
	 * @param title in a few words
	 * @param text in full
	 * @param resourceLink where to read on; absent if nowhere
	 * @param unknown kept as they are
	 */
	public record Insight(@Line String title, String text, @Nullable ResourceLink resourceLink,
			@JsonAnySetter Map<String, JsonNode> unknown) {
	}

	/**
	 * A link with its words.
	 *
	 * @param text what to show
	 * @param url where it leads
	 * @param unknown kept as they are
	 */
	public record ResourceLink(String text, @Link String url, @JsonAnySetter Map<String, JsonNode> unknown) {
	}

}
