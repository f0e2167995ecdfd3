package portage.api.tools;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import portage.api.content.StoredDocument;
import portage.model.content.Status;
import portage.model.wire.CanonicalJson;

/** What is enough to choose from a list. */
final class Summary {

	/** How much of a description is shown, in code points. */
	private static final int MOST = 200;

	private Summary() {
	}

	static JsonNode of(StoredDocument document) {
		JsonNode full = CanonicalJson.tree(document.json());
		JsonNode metadata = full.get("metadata");
		ObjectNode summary = JsonNodeFactory.instance.objectNode();
		summary.set("id", full.get("id"));
		summary.set("title", full.get("title"));
		summary.put("description", shortened(full.get("description").stringValue()));
		summary.set("tags", full.get("tags"));
		List.of("status", "featured", "updatedAt").forEach((field) -> summary.set(field, metadata.get(field)));
		return summary;
	}

	private static String shortened(String text) {
		return (text.codePointCount(0, text.length()) <= MOST) ? text
				: text.substring(0, text.offsetByCodePoints(0, MOST - 1)).stripTrailing() + "…";
	}

	static Map<String, Object> jsonSchema() {
		Map<String, Object> fields = new LinkedHashMap<>();
		fields.put("id", Map.of("type", "string"));
		fields.put("title", Map.of("type", "string"));
		fields.put("description", EnvelopeSchema.described("string", "At most its first 200 characters."));
		Map<String, Object> tags = new LinkedHashMap<>();
		tags.put("type", "array");
		tags.put("items", Map.of("type", "string"));
		fields.put("tags", tags);
		fields.put("status", EnvelopeSchema.oneOf(Arrays.stream(Status.values()).map(Status::key).toList(),
				"Who may see it: everybody, nobody yet, nobody any more."));
		fields.put("featured", Map.of("type", "boolean"));
		fields.put("updatedAt", Map.of("type", "string"));
		return EnvelopeSchema.object(fields);
	}

}
