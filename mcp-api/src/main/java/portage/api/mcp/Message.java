package portage.api.mcp;

import java.util.Set;

import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import portage.model.wire.CanonicalJson;

/**
 * One JSON-RPC message from a client.
 *
 * @param method what is asked for
 * @param id to be repeated in the answer; null for a notification, which gets none
 * @param params with what, null for nothing
 */
record Message(String method, @Nullable Object id, @Nullable JsonNode params) {

	/**
	 * Reads a message.
	 * @throws JsonRpcFault if it is none
	 */
	static Message read(byte[] body) throws JsonRpcFault {
		JsonNode json;
		try {
			json = CanonicalJson.STRICT.readTree(body);
		}
		catch (JacksonException ex) {
			throw refused(ErrorCodes.PARSE_ERROR, "The body is not JSON, or deeper or longer than what is read", null);
		}
		if (!(json instanceof ObjectNode message)) {
			throw json.isMissingNode() ? refused(ErrorCodes.PARSE_ERROR, "The body is empty", null) : refused(
					ErrorCodes.INVALID_REQUEST, "The body must be one JSON-RPC message; batches are not read", null);
		}
		Object id = id(message.get("id"));
		if (!McpSchema.JSONRPC_VERSION.equals(message.path("jsonrpc").asString(""))) {
			throw refused(ErrorCodes.INVALID_REQUEST, "jsonrpc must be \"2.0\"", id);
		}
		if (!message.path("method").isString()) {
			throw refused(ErrorCodes.INVALID_REQUEST, "method must be a text; this server sends no requests to answer",
					id);
		}
		JsonNode params = message.get("params");
		if (params != null && !params.isObject()) {
			throw refused(ErrorCodes.INVALID_REQUEST, "params must be an object", id);
		}
		return new Message(message.get("method").stringValue(), id, params);
	}

	private static @Nullable Object id(@Nullable JsonNode id) throws JsonRpcFault {
		if (id == null) {
			return null;
		}
		if (id.isString()) {
			return id.stringValue();
		}
		if (id.isIntegralNumber() && id.canConvertToLong()) {
			return id.longValue();
		}
		throw refused(ErrorCodes.INVALID_REQUEST, "id must be a text or a whole number", null);
	}

	/**
	 * Checks a call as far as the protocol goes; the arguments are the tool's to judge.
	 * @throws JsonRpcFault if no tool can be called with it
	 */
	void requireCallOf(Set<String> tools) throws JsonRpcFault {
		if (this.params == null || !this.params.path("name").isString()) {
			throw invalid("params.name must be the name of a tool");
		}
		if (!tools.contains(this.params.path("name").stringValue())) {
			throw invalid("Unknown tool; tools/list names those there are");
		}
		if (this.params.has("arguments") && !this.params.path("arguments").isObject()) {
			throw invalid("params.arguments must be an object");
		}
	}

	/**
	 * The answer to a request whose params are wrong: the request itself was well-formed,
	 * so HTTP is content.
	 */
	private JsonRpcFault invalid(String reason) {
		return new JsonRpcFault(HttpServletResponse.SC_OK, ErrorCodes.INVALID_PARAMS, reason, this.id);
	}

	private static JsonRpcFault refused(int code, String reason, @Nullable Object id) {
		return new JsonRpcFault(HttpServletResponse.SC_BAD_REQUEST, code, reason, id);
	}

}
