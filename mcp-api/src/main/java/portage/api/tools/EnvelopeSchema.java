package portage.api.tools;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import portage.api.query.ErrorCode;

/**
 * The JSON Schema (2020-12) of envelopes. Clients hold failures to it too, so that it
 * describes both.
 */
final class EnvelopeSchema {

	private EnvelopeSchema() {
	}

	/** Of a tool that answers one thing. */
	static Map<String, Object> of(Map<String, Object> found) {
		return envelope(found, meta());
	}

	/** Of a tool that lists things. */
	static Map<String, Object> listOf(Map<String, Object> item) {
		Map<String, Object> meta = meta();
		meta.put("total", described("integer", "How many there are on all pages together."));
		meta.put("nextCursor", described("string", "Give it as cursor for the next page. Absent on the last page."));
		Map<String, Object> list = new LinkedHashMap<>();
		list.put("type", "array");
		list.put("items", item);
		return envelope(list, meta);
	}

	/** An object with these fields, all of which are there unless named otherwise. */
	static Map<String, Object> object(Map<String, Object> properties, String... optional) {
		Map<String, Object> schema = new LinkedHashMap<>();
		schema.put("type", "object");
		schema.put("properties", properties);
		schema.put("required",
				properties.keySet().stream().filter((name) -> !List.of(optional).contains(name)).toList());
		return schema;
	}

	/** A value of a type, explained. */
	static Map<String, Object> described(String type, String description) {
		Map<String, Object> schema = new LinkedHashMap<>();
		schema.put("type", type);
		schema.put("description", description);
		return schema;
	}

	/** A text with a few possible values, explained. */
	static Map<String, Object> oneOf(List<String> words, String description) {
		Map<String, Object> schema = described("string", description);
		schema.put("enum", words);
		return schema;
	}

	private static Map<String, Object> envelope(Map<String, Object> found, Map<String, Object> meta) {
		Map<String, Object> properties = new LinkedHashMap<>();
		properties.put("success", Map.of("type", "boolean"));
		properties.put("data", found);
		properties.put("meta", object(meta, "generation", "nextCursor"));
		properties.put("error", error());
		Map<String, Object> schema = object(properties, "data", "meta", "error");
		schema.put("oneOf", List.of(outcome(true, "data", "meta"), outcome(false, "error")));
		return schema;
	}

	private static Map<String, Object> outcome(boolean success, String... present) {
		Map<String, Object> outcome = new LinkedHashMap<>();
		outcome.put("properties", Map.of("success", Map.of("const", success)));
		outcome.put("required", List.of(present));
		return outcome;
	}

	private static Map<String, Object> meta() {
		Map<String, Object> meta = new LinkedHashMap<>();
		meta.put("source", oneOf(List.of("json", "redis"), "Which store answered."));
		meta.put("degraded", described("boolean", "Whether the other store should have answered, but could not."));
		meta.put("generation", described("string", "Which migrated copy answered, like g7. Absent for JSON."));
		meta.put("timestamp", described("string", "When this was answered, as an ISO-8601 instant."));
		return meta;
	}

	private static Map<String, Object> error() {
		Map<String, Object> error = new LinkedHashMap<>();
		error.put("code",
				oneOf(Arrays.stream(ErrorCode.values()).map(Enum::name).toList(), "Why it failed, for programs."));
		error.put("message", described("string", "What happened and what to do."));
		error.put("details", Map.of("description",
				"More for programs. For VALIDATION_FAILED a list of {pointer, reason}, one for each fault."));
		return object(error, "details");
	}

}
