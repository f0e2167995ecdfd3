package portage.job.redis;

import java.util.Properties;

import org.springframework.data.redis.connection.RedisConnectionFactory;

import portage.job.ExitCode;
import portage.job.JobFailure;

/** Asks, before anything is written, whether Redis can take the content at all. */
public final class Preflight {

	/**
	 * Scripts that refuse as a whole ({@code #!lua}) and {@code ZINTERCARD} came with
	 * this version.
	 */
	private static final int OLDEST = 7;

	/**
	 * Bytes of Redis memory for a byte of source: documents, order and facets; a cautious
	 * estimate.
	 */
	private static final double GROWTH = 1.5;

	private final RedisCalls redis;

	/** For the server that the connections lead to. */
	public Preflight(RedisConnectionFactory connections) {
		this.redis = new RedisCalls(connections);
	}

	/**
	 * Looks at version, eviction and memory.
	 * @param sourceBytes how much will be written
	 * @return what was found, for people
	 * @throws JobFailure if the content cannot be kept there
	 */
	public String check(long sourceBytes) {
		Properties server = info("server");
		Properties memory = info("memory");
		String version = server.getProperty("redis_version", "0");
		if (Integer.parseInt(version.split("\\.")[0]) < OLDEST) {
			throw new JobFailure(ExitCode.BAD_INPUT,
					"Redis " + version + " is too old; Portage needs Redis 7.0 or later, or Valkey");
		}
		String policy = memory.getProperty("maxmemory_policy", "unknown");
		if (!policy.equals("noeviction")) {
			throw new JobFailure(ExitCode.BAD_INPUT, "Redis may evict keys (maxmemory-policy " + policy
					+ "), and content would vanish; set maxmemory-policy noeviction");
		}
		long most = Long.parseLong(memory.getProperty("maxmemory", "0"));
		long used = Long.parseLong(memory.getProperty("used_memory", "0"));
		long needed = (long) (sourceBytes * GROWTH);
		if (most > 0 && used + needed > most) {
			throw new JobFailure(ExitCode.BAD_INPUT,
					"Redis has too little memory: about %,d bytes are needed, but of maxmemory %,d only %,d are free"
						.formatted(needed, most, Math.max(0, most - used)));
		}
		return "Redis " + version + ", " + policy + ((most > 0) ? ", maxmemory %,d".formatted(most) : "");
	}

	private Properties info(String section) {
		return this.redis.call("answer INFO " + section, (connection) -> {
			Properties properties = connection.serverCommands().info(section);
			return (properties != null) ? properties : new Properties();
		});
	}

}
