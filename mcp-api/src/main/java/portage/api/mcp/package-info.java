/** The HTTP edge of MCP: protocol, Host and Origin, sizes; no logic of the product. */
@NullMarked
package portage.api.mcp;

import org.jspecify.annotations.NullMarked;
