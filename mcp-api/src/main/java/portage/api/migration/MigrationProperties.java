package portage.api.migration;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of this room.
 *
 * @param forceJson the local kill switch: JSON answers whatever the phase, and Redis is
 * not asked for content
 * @param migration how the migration is watched
 */
@ConfigurationProperties("portage")
record MigrationProperties(@DefaultValue("false") boolean forceJson, @DefaultValue Migration migration) {

	/**
	 * {@code portage.migration}.
	 *
	 * @param pollInterval how long to wait between two looks at the state in Redis; from
	 * 10 ms to 2 s, within which a change of phase must be seen
	 */
	record Migration(@DefaultValue("500ms") Duration pollInterval) {

		private static final Duration LEAST = Duration.ofMillis(10);

		private static final Duration MOST = Duration.ofSeconds(2);

		Migration {
			if (pollInterval.compareTo(LEAST) < 0 || pollInterval.compareTo(MOST) > 0) {
				throw new IllegalArgumentException(
						"portage.migration.poll-interval must be 10 ms to 2 s, but is " + pollInterval);
			}
		}

	}

}
