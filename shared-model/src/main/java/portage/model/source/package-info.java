/**
 * Strict reading of JSON sources, so that the job and the API accept exactly the same
 * documents.
 */
@NullMarked
package portage.model.source;

import org.jspecify.annotations.NullMarked;
