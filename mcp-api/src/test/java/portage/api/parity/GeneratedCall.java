package portage.api.parity;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A call of a read tool with arguments good and bad.
 *
 * @param tool the tool
 * @param arguments its arguments
 */
record GeneratedCall(String tool, Map<String, Object> arguments) {

	private static final List<String> TIMES = List.of("2024-05-01T10:00:00Z", "2024-05-01T10:00:00.0005Z",
			"2024-05-01T12:00:00.001+02:00", "1969-12-31T23:59:59.999Z", "1970-01-01T00:00:00Z", "0000-01-01T00:00:00Z",
			"9999-12-31T23:59:59.999999999Z", "2024-13-01T00:00:00Z", "yesterday");

	/** What a caller may get wrong with any argument. */
	private static final List<Object> WRONG = List.of("", " ", 0, -1, 1.5, 201, 1001, true, List.of(), Map.of("a", 1),
			"x".repeat(300), "\uD800", "\u0000", "nobody has this", 3.0);

	static GeneratedCall next(Random random) {
		String tool = one(random, List.of("list_projects", "list_resources", "list_projects", "list_resources",
				"get_project", "get_resource", "get_audit_log", "get_audit_log", "get_audit_stats"));
		Map<String, Object> arguments = new LinkedHashMap<>();
		if (tool.startsWith("list_")) {
			maybe(random, arguments, "status", List.of("all", "all", "published", "draft", "archived"));
			maybe(random, arguments, "tag", GeneratedSite.TAGS);
			maybe(random, arguments, "featured", List.of(true, false));
			maybe(random, arguments, "limit", List.of(1, 2, 3, 7, 50, 200));
			maybe(random, arguments, "detail", List.of("summary", "full"));
		}
		else if (tool.equals("get_audit_log")) {
			maybe(random, arguments, "limit", List.of(1, 2, 3, 7, 50, 1000));
			maybe(random, arguments, "action", List.of("create", "update", "delete", "read"));
			maybe(random, arguments, "source", List.of("mcp", "api", "admin", "migration"));
			maybe(random, arguments, "entityType", List.of("project", "resource"));
			maybe(random, arguments, "entityId", GeneratedSite.IDS);
			maybe(random, arguments, "since", TIMES);
			maybe(random, arguments, "until", TIMES);
		}
		else if (tool.startsWith("get_") && !tool.equals("get_audit_stats")) {
			arguments.put("id", (random.nextInt(3) > 0) ? one(random, GeneratedSite.IDS) : "d-" + random.nextInt(2000));
		}
		if (random.nextInt(8) == 0) {
			spoil(random, arguments);
		}
		return new GeneratedCall(tool, arguments);
	}

	/** The same call for another page. */
	GeneratedCall from(String cursor) {
		Map<String, Object> next = new LinkedHashMap<>(this.arguments);
		next.put("cursor", cursor);
		return new GeneratedCall(this.tool, next);
	}

	private static void spoil(Random random, Map<String, Object> arguments) {
		for (int faults = 1 + random.nextInt(2); faults > 0; faults--) {
			String name = one(random, Arrays.asList("limit", "status", "tag", "featured", "id", "cursor", "since",
					"until", "action", "entityId", "detail", "sort~by/x"));
			arguments.put(name, one(random, WRONG));
		}
	}

	private static void maybe(Random random, Map<String, Object> arguments, String name, List<?> values) {
		if (random.nextInt(3) == 0) {
			arguments.put(name, one(random, values));
		}
	}

	private static <T> T one(Random random, List<T> choices) {
		return choices.get(random.nextInt(choices.size()));
	}

}
