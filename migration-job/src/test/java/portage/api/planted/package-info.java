/** A room of the other deployable, to see that the rules notice who enters it. */
@NullMarked
package portage.api.planted;

import org.jspecify.annotations.NullMarked;
