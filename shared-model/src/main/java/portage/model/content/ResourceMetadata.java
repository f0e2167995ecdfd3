package portage.model.content;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Dates and visibility of a resource.
 *
 * @param createdAt when it was first written
 * @param updatedAt when it was last changed
 * @param featured whether it is shown first
 * @param status who may see it
 * @param downloadCount how often it was fetched, 0 or more; absent if nobody counted
 * @param unknown kept as they are
 */
public record ResourceMetadata(Instant createdAt, Instant updatedAt, boolean featured, Status status,
		@Nullable Long downloadCount, @JsonAnySetter Map<String, JsonNode> unknown) {
}
