package portage.api.mcp;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpStatelessSyncServer;
import io.modelcontextprotocol.spec.McpSchema;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.util.RawValue;

import portage.api.tools.ToolAnswer;
import portage.api.tools.ToolDeclaration;
import portage.api.tools.Toolbox;
import portage.model.wire.CanonicalJson;

/** Puts the tools behind {@code /mcp}, with the official SDK speaking the protocol. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(McpProperties.class)
class McpConfiguration {

	private static final String INSTRUCTIONS = "Reads the projects, resources and audit log of one site. "
			+ "Every answer is {success, data, meta} or {success, error}. Lists are paged: follow meta.nextCursor.";

	@Bean
	McpServlet mcpServlet(McpProperties properties, Toolbox toolbox) {
		return new McpServlet(new Doorkeeper(properties.allowedHosts(), properties.allowedOrigins()),
				Math.toIntExact(properties.maxRequestSize().toBytes()),
				toolbox.declarations().stream().map(ToolDeclaration::name).collect(Collectors.toSet()));
	}

	@Bean
	ServletRegistrationBean<McpServlet> mcpRegistration(McpServlet servlet) {
		return new ServletRegistrationBean<>(servlet, "/mcp");
	}

	@Bean(destroyMethod = "close")
	McpStatelessSyncServer mcpServer(McpServlet servlet, Toolbox toolbox) {
		return McpServer.sync(servlet)
			.jsonMapper(new JacksonMcpJsonMapper(CanonicalJson.STRICT))
			// Each tool judges its own arguments, and tests hold answers to their schema:
			// no need to do either twice.
			.validateToolInputs(false)
			.jsonSchemaValidator((schema, answer) -> ValidationResponse.asValid(null))
			.serverInfo("portage", version())
			.instructions(INSTRUCTIONS)
			.capabilities(McpSchema.ServerCapabilities.builder().tools(false).build())
			.tools(toolbox.declarations().stream().map((declaration) -> specification(declaration, toolbox)).toList())
			.immediateExecution(true)
			.build();
	}

	private static SyncToolSpecification specification(ToolDeclaration declaration, Toolbox toolbox) {
		return new SyncToolSpecification(tool(declaration),
				(context, request) -> result(toolbox.call(declaration.name(), arguments(request))));
	}

	private static McpSchema.Tool tool(ToolDeclaration declaration) {
		return McpSchema.Tool.builder(declaration.name(), declaration.inputSchema())
			.title(declaration.title())
			.description(declaration.description())
			.outputSchema(declaration.outputSchema())
			.annotations(McpSchema.ToolAnnotations.builder()
				.title(declaration.title())
				.readOnlyHint(declaration.readOnly())
				.destructiveHint(!declaration.readOnly())
				.idempotentHint(declaration.readOnly())
				.openWorldHint(false)
				.build())
			.build();
	}

	private static JsonNode arguments(McpSchema.CallToolRequest request) {
		return CanonicalJson.STRICT.valueToTree(Optional.ofNullable(request.arguments()).orElse(Map.of()));
	}

	/**
	 * The same JSON twice: as text for clients that show it, as structure for those that
	 * use it.
	 */
	private static McpSchema.CallToolResult result(ToolAnswer answer) {
		return McpSchema.CallToolResult.builder()
			.content(List.of(McpSchema.TextContent.builder(answer.json()).build()))
			.structuredContent(new RawValue(answer.json()))
			.isError(answer.error())
			.build();
	}

	/** Absent only where the classes were not packed into a jar. */
	private static String version() {
		return Optional.ofNullable(McpConfiguration.class.getPackage().getImplementationVersion())
			.orElse("development");
	}

}
