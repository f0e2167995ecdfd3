/**
 * Reads with each tool as an MCP client does, over HTTP, and says who answered: how
 * {@code ./start} knows that it works.
 */
@NullMarked
package portage.api.probe;

import org.jspecify.annotations.NullMarked;
