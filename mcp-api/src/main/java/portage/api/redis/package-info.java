/**
 * The two Redis clients, one that only reads and one that may write, each with its own
 * address, user and health.
 */
@NullMarked
package portage.api.redis;

import org.jspecify.annotations.NullMarked;
