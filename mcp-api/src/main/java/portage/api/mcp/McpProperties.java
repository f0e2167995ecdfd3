package portage.api.mcp;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Who may talk to {@code /mcp}, and how much at once.
 *
 * @param allowedHosts what the {@code Host} header may be, as {@code name:port}, or
 * {@code name:*} for any port
 * @param allowedOrigins what the {@code Origin} header may be, as
 * {@code scheme://name:port}, or {@code scheme://name:*} for any port; requests without
 * it, which do not come from a web page, are always let in
 * @param maxRequestSize the most bytes of a request's body; 1 byte to 1 GB
 * @see <a href=
 * "https://modelcontextprotocol.io/specification/2025-11-25/basic/transports#security-warning">MCP:
 * security warning</a>
 */
@ConfigurationProperties("portage.mcp")
record McpProperties(@DefaultValue( {
		"localhost:*", "127.0.0.1:*", "[::1]:*" }) List<String> allowedHosts,
		@DefaultValue({ "http://localhost:*", "https://localhost:*", "http://127.0.0.1:*", "https://127.0.0.1:*",
				"http://[::1]:*", "https://[::1]:*" }) List<String> allowedOrigins,
		@DefaultValue("2MB") DataSize maxRequestSize){

	McpProperties {
		allowedHosts = List.copyOf(allowedHosts);
		allowedOrigins = List.copyOf(allowedOrigins);
		if (maxRequestSize.toBytes() < 1 || maxRequestSize.toBytes() > DataSize.ofGigabytes(1).toBytes()) {
			throw new IllegalArgumentException(
					"portage.mcp.max-request-size must be 1B to 1GB, but is " + maxRequestSize);
		}
	}

}
