/**
 * What both processes must spell alike, byte for byte: canonical JSON, Redis keys and
 * scripts.
 */
@NullMarked
package portage.model.wire;

import org.jspecify.annotations.NullMarked;
