/** The real job jar as a process of its own, killed and run again. */
@NullMarked
package portage.job.restart;

import org.jspecify.annotations.NullMarked;
