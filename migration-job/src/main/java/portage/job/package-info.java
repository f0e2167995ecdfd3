/** The job's main and its exit codes. */
@NullMarked
package portage.job;

import org.jspecify.annotations.NullMarked;
