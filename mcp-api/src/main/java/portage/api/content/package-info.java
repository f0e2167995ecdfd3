/**
 * Where answers come from: the bundled JSON, Redis, or whichever of them the phase asks
 * for.
 */
@NullMarked
package portage.api.content;

import org.jspecify.annotations.NullMarked;
