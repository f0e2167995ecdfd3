/**
 * Content over plain HTTP for a site's front end, and the problem details of every HTTP
 * answer that fails.
 */
@NullMarked
package portage.api.rest;

import org.jspecify.annotations.NullMarked;
