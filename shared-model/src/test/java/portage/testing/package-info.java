/**
 * What the tests of all modules stand on: a real redis-server, and content announced in
 * it.
 */
@NullMarked
package portage.testing;

import org.jspecify.annotations.NullMarked;
