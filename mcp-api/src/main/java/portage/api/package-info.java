/** The API's main. */
@NullMarked
package portage.api;

import org.jspecify.annotations.NullMarked;
