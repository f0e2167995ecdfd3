package portage.testing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import io.lettuce.core.KeyScanCursor;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanCursor;
import io.lettuce.core.api.sync.RedisCommands;

/** Everything a deployment holds in Redis, in a form that two runs can be compared by. */
public final class RedisDump {

	/**
	 * What differs between two runs of the same content: when, and under which number.
	 */
	private static final Set<String> OWN = Set.of("runId", "startedAt", "updatedAt", "completedAt", "changedAt", "mark",
			"generation", "last", "reason");

	private RedisDump() {
	}

	/**
	 * Every key without its namespace, the current generation called "gN", with all that
	 * is in it but times and numbers.
	 */
	public static Map<String, Object> of(RedisCommands<String, String> redis, String namespace) {
		return dump(redis, namespace, "g" + redis.hget("{" + namespace + "}:current", "generation"), OWN);
	}

	/** Every key without its namespace, with all that is in it to the letter. */
	public static Map<String, Object> exact(RedisCommands<String, String> redis, String namespace) {
		return dump(redis, namespace, "gN", Set.of());
	}

	private static Map<String, Object> dump(RedisCommands<String, String> redis, String namespace, String current,
			Set<String> leftOut) {
		String prefix = "{" + namespace + "}:";
		Map<String, Object> dump = new TreeMap<>();
		ScanArgs mine = ScanArgs.Builder.matches(prefix + "*").limit(1000);
		KeyScanCursor<String> cursor = redis.scan(ScanCursor.INITIAL, mine);
		while (true) {
			for (String key : cursor.getKeys()) {
				String name = key.substring(prefix.length()).replaceFirst("^" + current + ":", "gN:");
				dump.put(name, content(redis, key, current, leftOut));
			}
			if (cursor.isFinished()) {
				return dump;
			}
			cursor = redis.scan(cursor, mine);
		}
	}

	private static Object content(RedisCommands<String, String> redis, String key, String current,
			Set<String> leftOut) {
		String type = redis.type(key);
		return switch (type) {
			case "string" -> redis.get(key);
			case "set" -> new TreeSet<>(redis.smembers(key));
			case "zset" -> List.copyOf(redis.zrangeWithScores(key, 0, -1).stream().map(String::valueOf).toList());
			case "hash" -> {
				Map<String, String> hash = new TreeMap<>();
				redis.hgetall(key).forEach((field, value) -> {
					if (!leftOut.contains(field)) {
						hash.put(field.equals(current) ? "gN" : field, value);
					}
				});
				yield hash;
			}
			default -> throw new IllegalStateException(key + " is a " + type);
		};
	}

}
