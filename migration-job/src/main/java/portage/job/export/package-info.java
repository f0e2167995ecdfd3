/** Writes a generation back into JSON files. */
@NullMarked
package portage.job.export;

import org.jspecify.annotations.NullMarked;
