package portage.api.redis;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.lettuce.core.resource.ClientResources;

import portage.api.redis.RedisProperties.Redis;
import portage.api.redis.RedisProperties.Server;

/** The real clients without the rest of the API; its limits are the defaults. */
public final class Clients implements AutoCloseable {

	private final ClientResources resources = new RedisConfiguration().redisResources();

	private final ReadClient read;

	private Clients(Server server) {
		RedisProperties properties = new RedisProperties("test",
				new Redis(server, server, Duration.ofMillis(500), Duration.ofSeconds(1)));
		this.read = new RedisConfiguration().readClient(properties, this.resources);
	}

	/** As the default user. */
	public static Clients of(String url) {
		return new Clients(new Server(url, null, null));
	}

	/** As an ACL user. */
	public static Clients of(String url, String username, String password) {
		return new Clients(new Server(url, username, password));
	}

	/** The client that only reads. */
	public ReadClient read() {
		return this.read;
	}

	@Override
	public void close() {
		this.read.close();
		this.resources.shutdown(0, 1, TimeUnit.SECONDS);
	}

}
