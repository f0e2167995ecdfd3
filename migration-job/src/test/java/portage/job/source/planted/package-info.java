/** A room that breaks the rules, to see that the rules notice. */
@NullMarked
package portage.job.source.planted;

import org.jspecify.annotations.NullMarked;
