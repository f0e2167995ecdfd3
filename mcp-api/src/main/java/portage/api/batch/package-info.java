/**
 * What the migration job has run so far, read from its repository: the operators'
 * read-only view under {@code /api/batch}.
 */
@NullMarked
package portage.api.batch;

import org.jspecify.annotations.NullMarked;
