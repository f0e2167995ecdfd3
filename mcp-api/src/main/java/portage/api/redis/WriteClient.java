package portage.api.redis;

import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** The client that may write. A deployment that was given none only reads. */
final class WriteClient implements AutoCloseable {

	private final @Nullable LettuceConnectionFactory connections;

	WriteClient(@Nullable LettuceConnectionFactory connections) {
		this.connections = connections;
	}

	/** Null in a read-only deployment. */
	@Nullable LettuceConnectionFactory connections() {
		return this.connections;
	}

	@Override
	public void close() {
		if (this.connections != null) {
			this.connections.destroy();
		}
	}

}
