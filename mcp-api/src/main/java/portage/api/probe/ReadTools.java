package portage.api.probe;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Implementation;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One session of an MCP client that reads once with each tool. */
final class ReadTools {

	private static final Duration TIMEOUT = Duration.ofSeconds(10);

	/**
	 * The first document of any status: enough to have an id to ask for, however much
	 * content there is.
	 */
	private static final Map<String, Object> FIRST = Map.of("status", "all", "limit", 1);

	private static final List<String> ALL = List.of("list_projects", "get_project", "list_resources", "get_resource",
			"get_audit_log", "get_audit_stats", "get_migration_status");

	private static final JsonMapper JSON = JsonMapper.shared();

	private final McpSyncClient client;

	private final List<Reading> readings = new ArrayList<>();

	private ReadTools(McpSyncClient client) {
		this.client = client;
	}

	/**
	 * Reads with every tool.
	 * @throws ProbeFailed at the first tool that is missing or gives no good answer
	 */
	static List<Reading> readAll(URI url) throws ProbeFailed {
		// Resolved against the address, the path would lose its query.
		String endpoint = url.getRawPath() + ((url.getRawQuery() != null) ? "?" + url.getRawQuery() : "");
		HttpClientStreamableHttpTransport transport = HttpClientStreamableHttpTransport
			.builder(url.getScheme() + "://" + url.getRawAuthority())
			.endpoint(endpoint)
			.connectTimeout(TIMEOUT)
			.build();
		try (McpSyncClient client = McpClient.sync(transport)
			.clientInfo(Implementation.builder("portage-probe", "1").build())
			.requestTimeout(TIMEOUT)
			.initializationTimeout(TIMEOUT)
			.build()) {
			ReadTools tools = new ReadTools(client);
			tools.connect(url);
			tools.readAll();
			return tools.readings;
		}
	}

	private void connect(URI url) throws ProbeFailed {
		try {
			this.client.initialize();
		}
		catch (RuntimeException ex) {
			throw new ProbeFailed("no MCP server answers at " + url + ": " + reason(ex), ex);
		}
		List<String> listed = this.client.listTools().tools().stream().map(Tool::name).toList();
		List<String> missing = ALL.stream().filter((tool) -> !listed.contains(tool)).toList();
		if (!missing.isEmpty()) {
			throw new ProbeFailed("the server does not list " + String.join(", ", missing) + ", but " + listed);
		}
	}

	private void readAll() throws ProbeFailed {
		list("list_projects", "get_project");
		list("list_resources", "get_resource");
		call("get_audit_log", Map.of("limit", 1));
		call("get_audit_stats", Map.of());
		call("get_migration_status", Map.of());
	}

	private void list(String list, String get) throws ProbeFailed {
		String id = call(list, FIRST).at("/data/0/id").asString("");
		if (!id.isEmpty()) {
			call(get, Map.of("id", id));
		}
	}

	private JsonNode call(String tool, Map<String, Object> arguments) throws ProbeFailed {
		long start = System.nanoTime();
		CallToolResult result;
		try {
			result = this.client.callTool(CallToolRequest.builder(tool).arguments(arguments).build());
		}
		catch (RuntimeException ex) {
			throw new ProbeFailed(tool + " failed: " + reason(ex), ex);
		}
		long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
		JsonNode answer = JSON.valueToTree(result.structuredContent());
		if (Boolean.TRUE.equals(result.isError()) || !answer.path("success").asBoolean(false)) {
			throw new ProbeFailed("%s answered %s: %s".formatted(tool, answer.at("/error/code").asString("no success"),
					answer.at("/error/message").asString(String.valueOf(result.content()))));
		}
		JsonNode meta = answer.path("meta");
		this.readings.add(new Reading(tool, meta.path("source").asString("unknown"),
				meta.path("degraded").asBoolean(false), subject(answer), millis));
		return answer;
	}

	/**
	 * Whatever of it the answer has: the documents found, the id of one, or the phase.
	 */
	private static String subject(JsonNode answer) {
		for (String total : List.of("/meta/total", "/data/total")) {
			if (answer.at(total).isNumber()) {
				return answer.at(total).asLong() + " in total";
			}
		}
		return answer.at("/data/id").asString(answer.at("/data/phase").asString(""));
	}

	/**
	 * The innermost message, on one line: outer ones only say that something inside
	 * failed.
	 */
	private static String reason(Throwable failure) {
		Throwable innermost = failure;
		while (innermost.getCause() != null) {
			innermost = innermost.getCause();
		}
		String message = (innermost.getMessage() != null) ? innermost.getMessage()
				: innermost.getClass().getSimpleName();
		return message.lines().map(String::strip).collect(Collectors.joining(" "));
	}

}
