package portage.model.content;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One line of the audit trail: who did what to which document.
 *
 * @param id unique among audit entries
 * @param timestamp when it happened
 * @param action what was done
 * @param entityType to what kind of document
 * @param entityId to which one; it may be gone since
 * @param source through what
 * @param changes field by field; empty where nothing changed
 * @param metadata who asked, as far as known
 * @param unknown fields this model does not know, kept as they are
 */
public record AuditEntry(@Identifier String id, Instant timestamp, Action action, EntityType entityType,
		@Identifier String entityId, Source source, List<Change> changes, Metadata metadata,
		@JsonAnySetter Map<String, JsonNode> unknown) {

	/** What was done. */
	public enum Action {

		/** A new document. */
		@JsonProperty("create")
		CREATE,

		/** A changed document. */
		@JsonProperty("update")
		UPDATE,

		/** A removed document. */
		@JsonProperty("delete")
		DELETE,

		/** A document looked at. */
		@JsonProperty("read")
		READ

	}

	/** What kind of document an entry speaks of. */
	public enum EntityType {

		/** A project. */
		@JsonProperty("project")
		PROJECT,

		/** A resource. */
		@JsonProperty("resource")
		RESOURCE

	}

	/** Through what a document was touched. */
	public enum Source {

		/** An MCP tool. */
		@JsonProperty("mcp")
		MCP,

		/** The REST interface. */
		@JsonProperty("api")
		API,

		/** An operator. */
		@JsonProperty("admin")
		ADMIN,

		/** The migration itself. */
		@JsonProperty("migration")
		MIGRATION

	}

	/**
	 * One field's change.
	 *
	 * @param field its name
	 * @param oldValue any JSON value; absent or null where there was none
	 * @param newValue any JSON value; absent or null where there is none
	 * @param unknown kept as they are
	 */
	public record Change(String field, @Nullable JsonNode oldValue, @Nullable JsonNode newValue,
			@JsonAnySetter Map<String, JsonNode> unknown) {
	}

	/**
	 * Who asked.
	 *
	 * @param userAgent absent if unknown
	 * @param clientId absent if unknown
	 * @param ipAddress absent if unknown
	 * @param checksum of the document after the change; absent if not computed
	 * @param unknown kept as they are
	 */
	public record Metadata(@Nullable String userAgent, @Nullable String clientId, @Nullable String ipAddress,
			@Nullable String checksum, @JsonAnySetter Map<String, JsonNode> unknown) {
	}

}
