package portage.model.content;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import tools.jackson.databind.JsonNode;

/**
 * Dates and visibility of a project.
 *
 * @param createdAt when it was first written
 * @param updatedAt when it was last changed
 * @param featured whether it is shown first
 * @param status who may see it
 * @param unknown kept as they are
 */
public record ProjectMetadata(Instant createdAt, Instant updatedAt, boolean featured, Status status,
		@JsonAnySetter Map<String, JsonNode> unknown) {
}
