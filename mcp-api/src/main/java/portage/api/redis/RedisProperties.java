package portage.api.redis;

import java.time.Duration;

import io.lettuce.core.RedisURI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of this room.
 *
 * @param namespace what all keys of this deployment share, see
 * {@link portage.model.wire.RedisKeys}; the job must be given the same
 * @param redis where Redis is
 */
@ConfigurationProperties("portage")
record RedisProperties(@DefaultValue("portage") String namespace, @DefaultValue Redis redis) {

	/**
	 * {@code portage.redis}.
	 *
	 * @param read the server that content is read from; may be a replica
	 * @param write the server that is written to; with an empty URL this is a read-only
	 * deployment
	 * @param timeout how long a command may take before JSON answers in its place; more
	 * than 0
	 * @param connectTimeout how long connecting may take; more than 0
	 */
	record Redis(@DefaultValue Server read, @DefaultValue Server write, @DefaultValue("500ms") Duration timeout,
			@DefaultValue("1s") Duration connectTimeout) {

		Redis {
			requirePositive("timeout", timeout);
			requirePositive("connect-timeout", connectTimeout);
			if (!read.isConfigured()) {
				throw new IllegalArgumentException("portage.redis.read.url must not be empty");
			}
		}

		private static void requirePositive(String name, Duration value) {
			if (value.isNegative() || value.isZero()) {
				throw new IllegalArgumentException("portage.redis." + name + " must be more than 0, but is " + value);
			}
		}

	}

	/**
	 * One server.
	 *
	 * @param url {@code redis://host:port} or, with TLS, {@code rediss://host:port}
	 * @param username the ACL user; absent for the default user; needs a password
	 * @param password of that user; absent if it has none
	 */
	record Server(@DefaultValue("redis://localhost:6379") String url, @Nullable String username,
			@Nullable String password) {

		boolean isConfigured() {
			return !this.url.isBlank();
		}

		RedisURI uri() {
			RedisURI uri = RedisURI.create(this.url);
			if (this.password != null && !this.password.isBlank()) {
				uri.setAuthentication((this.username != null && !this.username.isBlank()) ? this.username : "default",
						this.password.toCharArray());
			}
			return uri;
		}

		/** Host and port, for messages: a URL can hold a password. */
		String address() {
			return isConfigured() ? uri().getHost() + ":" + uri().getPort() : "none";
		}

		@Override
		public String toString() {
			return address();
		}

	}

}
