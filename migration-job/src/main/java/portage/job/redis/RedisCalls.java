package portage.job.redis;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.connection.ReturnType;
import org.springframework.data.redis.core.Cursor;
import org.springframework.data.redis.core.ScanOptions;

import portage.job.ExitCode;
import portage.job.JobFailure;
import portage.model.wire.RedisScript;

/** Talks to Redis and turns its refusals into failures that say what was tried. */
final class RedisCalls {

	private final RedisConnectionFactory connections;

	RedisCalls(RedisConnectionFactory connections) {
		this.connections = connections;
	}

	/** Does something with a connection; {@code what} completes "Redis could not …". */
	<T> T call(String what, Function<RedisConnection, T> work) {
		try (RedisConnection connection = this.connections.getConnection()) {
			return work.apply(connection);
		}
		catch (DataAccessException ex) {
			throw new JobFailure(ExitCode.INFRASTRUCTURE, "Redis could not " + what + ": " + reason(ex)
					+ ". Nothing was announced by this; run the same command again when Redis answers", ex);
		}
	}

	/** Runs several commands in one round trip; the answers come in their order. */
	List<Object> pipeline(String what, Consumer<RedisConnection> commands) {
		return call(what, (connection) -> {
			connection.openPipeline();
			commands.accept(connection);
			return connection.closePipeline();
		});
	}

	<T> T script(RedisScript script, ReturnType type, List<String> keys, byte[]... arguments) {
		byte[][] all = new byte[keys.size() + arguments.length][];
		for (int i = 0; i < keys.size(); i++) {
			all[i] = GenerationStore.bytes(keys.get(i));
		}
		System.arraycopy(arguments, 0, all, keys.size(), arguments.length);
		return call("run " + script.name().toLowerCase(Locale.ROOT), (connection) -> {
			try {
				return connection.scriptingCommands().evalSha(script.sha1(), type, keys.size(), all);
			}
			catch (DataAccessException ex) {
				if (!reason(ex).contains("NOSCRIPT")) {
					throw ex;
				}
				return connection.scriptingCommands()
					.eval(script.text().getBytes(StandardCharsets.UTF_8), type, keys.size(), all);
			}
		});
	}

	Map<String, String> hash(String key) {
		return call("read " + key, (connection) -> {
			Map<String, String> hash = new LinkedHashMap<>();
			Map<byte[], byte[]> raw = connection.hashCommands().hGetAll(GenerationStore.bytes(key));
			if (raw != null) {
				raw.forEach((name, value) -> hash.put(GenerationStore.text(name), GenerationStore.text(value)));
			}
			return hash;
		});
	}

	/** Visits the values of a hash that may be large, a few at a time and in no order. */
	void scan(String key, Consumer<String> visit) {
		call("scan " + key, (connection) -> {
			try (Cursor<Map.Entry<byte[], byte[]>> cursor = connection.hashCommands()
				.hScan(GenerationStore.bytes(key), ScanOptions.scanOptions().count(1000).build())) {
				cursor.forEachRemaining((entry) -> visit.accept(GenerationStore.text(entry.getValue())));
				return cursor.getPosition();
			}
		});
	}

	void putAll(String key, Map<String, String> fields) {
		Map<byte[], byte[]> raw = new LinkedHashMap<>();
		fields.forEach((name, value) -> raw.put(GenerationStore.bytes(name), GenerationStore.bytes(value)));
		call("write " + key, (connection) -> {
			connection.hashCommands().hMSet(GenerationStore.bytes(key), raw);
			return raw.size();
		});
	}

	private static String reason(DataAccessException ex) {
		return String.valueOf(ex.getMostSpecificCause().getMessage());
	}

}
