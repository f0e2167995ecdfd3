/**
 * The nine tools: what an agent reads about them, and the envelope their answers come in.
 */
@NullMarked
package portage.api.tools;

import org.jspecify.annotations.NullMarked;
