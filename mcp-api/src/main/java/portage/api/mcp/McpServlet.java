package portage.api.mcp;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import io.modelcontextprotocol.spec.ProtocolVersions;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import portage.model.wire.CanonicalJson;

/**
 * Streamable HTTP without sessions: each POST is one message, each request is answered at
 * once with JSON.
 *
 * <p>
 * In the place of the SDK's own servlet, which reads any protocol version, lets GET past
 * the Origin check and answers broken messages with a stack trace.
 */
final class McpServlet extends HttpServlet implements McpStatelessServerTransport {

	private static final long serialVersionUID = 1L;

	private static final String JSON = "application/json";

	/**
	 * The last is offered to clients that ask for another; 2025-03-26 would need batches.
	 */
	private static final List<String> PROTOCOLS = List.of(ProtocolVersions.MCP_2025_06_18,
			ProtocolVersions.MCP_2025_11_25);

	private final transient Doorkeeper doorkeeper;

	private final int maxRequestSize;

	private final transient Set<String> tools;

	private transient @Nullable McpStatelessServerHandler handler;

	McpServlet(Doorkeeper doorkeeper, int maxRequestSize, Set<String> tools) {
		this.doorkeeper = doorkeeper;
		this.maxRequestSize = maxRequestSize;
		this.tools = tools;
	}

	@Override
	public void setMcpHandler(McpStatelessServerHandler handler) {
		this.handler = handler;
	}

	@Override
	public List<String> protocolVersions() {
		return PROTOCOLS;
	}

	@Override
	public Mono<Void> closeGracefully() {
		return Mono.empty();
	}

	@Override
	protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
		try {
			requireWelcome(request);
			if (!request.getMethod().equals("POST")) {
				response.setHeader("Allow", "POST");
				throw refused(HttpServletResponse.SC_METHOD_NOT_ALLOWED,
						"Only POST is served here: there are no streams and no sessions");
			}
			requireReadable(request);
			Message message = Message.read(body(request));
			if (message.id() == null) {
				notified(message);
				response.setStatus(HttpServletResponse.SC_ACCEPTED);
			}
			else {
				write(response, HttpServletResponse.SC_OK, answer(message, message.id()));
			}
		}
		catch (JsonRpcFault fault) {
			write(response, fault.status(), fault.json());
		}
	}

	private void requireWelcome(HttpServletRequest request) throws JsonRpcFault {
		Optional<String> objection = this.doorkeeper.objection(request);
		if (objection.isPresent()) {
			throw refused(HttpServletResponse.SC_FORBIDDEN, objection.get());
		}
	}

	private static void requireReadable(HttpServletRequest request) throws JsonRpcFault {
		String type = Optional.ofNullable(request.getContentType()).orElse("").toLowerCase(Locale.ROOT);
		if (!type.matches("application/json\\s*(;.*)?")) {
			throw refused(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE, "The Content-Type must be application/json");
		}
		String accept = Optional.ofNullable(request.getHeader("Accept")).orElse("*/*").toLowerCase(Locale.ROOT);
		if (!accept.contains(JSON) && !accept.contains("*/*") && !accept.contains("application/*")) {
			throw refused(HttpServletResponse.SC_NOT_ACCEPTABLE,
					"Answers are application/json, which Accept must allow");
		}
		String protocol = request.getHeader("MCP-Protocol-Version");
		if (protocol != null && !PROTOCOLS.contains(protocol)) {
			throw refused(HttpServletResponse.SC_BAD_REQUEST,
					"Unsupported MCP-Protocol-Version; supported are " + String.join(", ", PROTOCOLS));
		}
	}

	private byte[] body(HttpServletRequest request) throws IOException, JsonRpcFault {
		if (request.getContentLengthLong() <= this.maxRequestSize) {
			// The header may be missing: then only reading shows how much it is.
			byte[] body = request.getInputStream().readNBytes(this.maxRequestSize + 1);
			if (body.length <= this.maxRequestSize) {
				return body;
			}
		}
		throw refused(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
				"A message may have %,d bytes".formatted(this.maxRequestSize));
	}

	private JSONRPCResponse answer(Message message, Object id) throws JsonRpcFault {
		if (message.method().equals(McpSchema.METHOD_TOOLS_CALL)) {
			message.requireCallOf(this.tools);
		}
		// Tools turn their own failures into results: what fails here is the SDK, reading
		// the params.
		JsonRpcFault misread = new JsonRpcFault(HttpServletResponse.SC_OK, ErrorCodes.INVALID_PARAMS,
				"The params are not what the protocol asks for with this method", id);
		try {
			JSONRPCResponse response = handler()
				.handleRequest(McpTransportContext.EMPTY,
						new McpSchema.JSONRPCRequest(McpSchema.JSONRPC_VERSION, message.method(), id, message.params()))
				.block();
			if (response == null
					|| (response.error() != null && response.error().code() == ErrorCodes.INTERNAL_ERROR)) {
				throw misread;
			}
			return response;
		}
		catch (IllegalArgumentException ex) {
			throw misread;
		}
	}

	private void notified(Message message) {
		handler()
			.handleNotification(McpTransportContext.EMPTY,
					new McpSchema.JSONRPCNotification(McpSchema.JSONRPC_VERSION, message.method(), message.params()))
			.block();
	}

	private McpStatelessServerHandler handler() {
		if (this.handler == null) {
			throw new IllegalStateException("no MCP server was built on this servlet");
		}
		return this.handler;
	}

	private static JsonRpcFault refused(int status, String reason) {
		return new JsonRpcFault(status, ErrorCodes.INVALID_REQUEST, reason, null);
	}

	private static void write(HttpServletResponse response, int status, Object message) throws IOException {
		byte[] body = CanonicalJson.STRICT.writeValueAsBytes(message);
		response.setStatus(status);
		response.setContentType(JSON);
		response.setContentLength(body.length);
		response.getOutputStream().write(body);
	}

}
