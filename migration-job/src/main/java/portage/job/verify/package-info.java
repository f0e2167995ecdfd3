/** Compares a source with a generation, value by value. */
@NullMarked
package portage.job.verify;

import org.jspecify.annotations.NullMarked;
