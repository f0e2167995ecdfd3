package portage.api.mcp;

import io.modelcontextprotocol.spec.McpSchema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message that is refused before it reaches a tool: with the status of HTTP and the
 * code of JSON-RPC.
 */
final class JsonRpcFault extends Exception {

	private static final long serialVersionUID = 1L;

	private final int status;

	private final int code;

	private final transient @Nullable Object id;

	/** The refusal of a message, which may or may not have a readable id. */
	JsonRpcFault(int status, int code, String message, @Nullable Object id) {
		super(message);
		this.status = status;
		this.code = code;
		this.id = id;
	}

	int status() {
		return this.status;
	}

	/**
	 * The answer. The SDK's own refuses a null id, which JSON-RPC asks for where the
	 * request's cannot be read.
	 */
	ObjectNode json() {
		ObjectNode json = JsonNodeFactory.instance.objectNode().put("jsonrpc", McpSchema.JSONRPC_VERSION);
		json.putPOJO("id", this.id);
		json.putObject("error").put("code", this.code).put("message", getMessage());
		return json;
	}

}
