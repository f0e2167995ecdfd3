/** Where the migration stands, as last seen, and which store therefore answers. */
@NullMarked
package portage.api.migration;

import org.jspecify.annotations.NullMarked;
