package portage.api.batch;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the job keeps what it has run: {@code portage.repository}.
 *
 * @param url JDBC URL, of H2 or PostgreSQL
 * @param username who may {@code SELECT} from the tables of Spring Batch; more is not
 * needed
 * @param password of the user
 * @param timeout how long to wait for a connection, from 250 ms
 */
@ConfigurationProperties("portage.repository")
record RepositoryProperties(@DefaultValue("jdbc:h2:tcp://localhost:9092/./portage") String url,
		@DefaultValue("sa") String username, @DefaultValue("") String password, @DefaultValue("1s") Duration timeout) {

	RepositoryProperties {
		if (timeout.toMillis() < 250) {
			throw new IllegalArgumentException(
					"portage.repository.timeout must be 250 ms or more, but is " + timeout.toMillis() + " ms");
		}
	}

	/** Without the password. */
	@Override
	public String toString() {
		return this.username + " at " + this.url;
	}

}
