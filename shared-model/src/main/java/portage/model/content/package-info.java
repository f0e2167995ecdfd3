/**
 * What is stored: projects, resources and audit entries, and the one validator that
 * judges them.
 */
@NullMarked
package portage.model.content;

import org.jspecify.annotations.NullMarked;
