/**
 * What is said about a migration: where it stands, what was announced, what was rejected.
 */
@NullMarked
package portage.model.migration;

import org.jspecify.annotations.NullMarked;
