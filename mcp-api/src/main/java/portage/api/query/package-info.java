/** What may be asked, checked once and strictly, for tools and REST alike. */
@NullMarked
package portage.api.query;

import org.jspecify.annotations.NullMarked;
