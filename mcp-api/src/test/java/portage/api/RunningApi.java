package portage.api;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import tools.jackson.databind.JsonNode;

import portage.model.wire.CanonicalJson;
import portage.testing.RealRedis;

/**
 * An API server of a test's own on a free port, and a session of the official MCP client
 * with it.
 */
public final class RunningApi implements AutoCloseable {

	private final ServletWebServerApplicationContext context;

	private final McpSyncClient client;

	private RunningApi(ServletWebServerApplicationContext context) {
		this.context = context;
		this.client = McpClient.sync(HttpClientStreamableHttpTransport.builder(uri("").toString())
			// Strict, so that the digits of a number are still there to be compared.
			.jsonMapper(new JacksonMcpJsonMapper(CanonicalJson.STRICT))
			.build()).requestTimeout(Duration.ofSeconds(20)).build();
		this.client.initialize();
	}

	/**
	 * Starts one.
	 * @param settings as {@code name=value}
	 */
	public static RunningApi start(RealRedis redis, String... settings) {
		List<String> arguments = new ArrayList<>(List.of("--server.port=0", "--portage.redis.read.url=" + redis.uri(),
				"--portage.redis.write.url=" + redis.uri(), "--logging.level.root=warn"));
		List.of(settings).forEach((setting) -> arguments.add("--" + setting));
		return new RunningApi((ServletWebServerApplicationContext) new SpringApplicationBuilder(McpApi.class)
			.run(arguments.toArray(String[]::new)));
	}

	/** Where a path of this server is. */
	public URI uri(String path) {
		return URI.create("http://localhost:" + this.context.getWebServer().getPort() + path);
	}

	/** The client's session. */
	public McpSyncClient client() {
		return this.client;
	}

	/** Calls a tool through the client. */
	public Reply call(String tool, Map<String, Object> arguments) {
		CallToolResult result = this.client.callTool(CallToolRequest.builder(tool).arguments(arguments).build());
		return new Reply(CanonicalJson.STRICT.valueToTree(result.structuredContent()),
				((TextContent) result.content().get(0)).text(), Boolean.TRUE.equals(result.isError()));
	}

	@Override
	public void close() {
		this.client.close();
		this.context.close();
	}

	/**
	 * What a tool replied.
	 *
	 * @param json its structured content
	 * @param text its text
	 * @param error whether it is marked as an error
	 */
	public record Reply(JsonNode json, String text, boolean error) {

		/** The value at a JSON pointer. */
		public JsonNode at(String pointer) {
			return this.json.at(pointer);
		}

	}

}
