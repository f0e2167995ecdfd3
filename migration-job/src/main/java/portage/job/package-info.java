/** The batch deployable: carries content from JSON files into Redis, and exits. */
@NullMarked
package portage.job;

import org.jspecify.annotations.NullMarked;
