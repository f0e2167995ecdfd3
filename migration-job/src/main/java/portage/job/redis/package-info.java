/** Where documents go: Redis behind a few verbs, each of them one round trip. */
@NullMarked
package portage.job.redis;

import org.jspecify.annotations.NullMarked;
