/** The run from preflight to announcement, top to bottom. */
@NullMarked
package portage.job.backfill;

import org.jspecify.annotations.NullMarked;
