/**
 * Where documents come from: three files, their identity, and a reader that goes on at a
 * checkpoint.
 */
@NullMarked
package portage.job.source;

import org.jspecify.annotations.NullMarked;
