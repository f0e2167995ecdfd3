/** What people type and see: commands, progress, report. */
@NullMarked
package portage.job.cli;

import org.jspecify.annotations.NullMarked;
