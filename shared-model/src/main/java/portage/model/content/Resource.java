package portage.model.content;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import tools.jackson.databind.JsonNode;

/**
 * Something to download. The record is the schema, see {@link Project}.
 *
 * @param id unique among resources
 * @param title at most 200 characters
 * @param description the short text
 * @param longDescription the long text
 * @param image shown in lists
 * @param tags at most 20
 * @param price 0 or more, in the site's currency; 0 is free
 * @param downloadLink where to get it
 * @param gallery at most 40 images
 * @param metadata dates, visibility and downloads
 * @param unknown fields this model does not know, kept as they are
 */
public record Resource(@Identifier String id, @Line String title, String description, String longDescription,
		@Link String image, @AtMost(20) @Line List<String> tags, BigDecimal price, @Link String downloadLink,
		@AtMost(40) @Link List<String> gallery, ResourceMetadata metadata,
		@JsonAnySetter Map<String, JsonNode> unknown) {
}
