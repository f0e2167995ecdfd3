package portage.model.migration;

import java.util.Arrays;
import java.util.Optional;

/** Where the migration stands, in the order in which it advances. */
public enum Phase {

	/** Reads come from the bundled JSON; updates are refused. */
	JSON("json"),

	/** Reads come from the announced generation; updates are refused. */
	READ_ONLY("read-only"),

	/** Reads and updates use Redis; each update is also kept for the JSON files. */
	DUAL_WRITE("dual-write"),

	/** Redis is the only home of the content. */
	REDIS_PRIMARY("redis-primary");

	private final String key;

	Phase(String key) {
		this.key = key;
	}

	/** The word in Redis, in endpoints and in documentation. */
	public String key() {
		return this.key;
	}

	/** The phase of a word; empty if there is none. */
	public static Optional<Phase> of(String key) {
		return Arrays.stream(values()).filter((phase) -> phase.key.equals(key)).findFirst();
	}

	/** Whether reads go to Redis. */
	public boolean readsRedis() {
		return this != JSON;
	}

}
