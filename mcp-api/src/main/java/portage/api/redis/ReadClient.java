package portage.api.redis;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.output.NestedMultiOutput;
import org.springframework.data.redis.connection.lettuce.LettuceConnection;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

import portage.model.wire.RedisScript;

/**
 * The client that only reads. It needs a server that answers, be it a replica, and a user
 * who may read; it connects when it is first used.
 */
public final class ReadClient implements AutoCloseable {

	private static final byte[] ONE_KEY = { '1' };

	private final LettuceConnectionFactory connections;

	private final StringRedisTemplate template;

	ReadClient(LettuceConnectionFactory connections) {
		this.connections = connections;
		this.template = new StringRedisTemplate(connections);
	}

	LettuceConnectionFactory connections() {
		return this.connections;
	}

	/**
	 * Runs a script that writes nothing, in one round trip unless the server does not
	 * have it yet.
	 * @param key its only key
	 * @return its answer: whole numbers are {@link Long}, texts are {@code byte[]}
	 * @throws RedisFailure if it does not run to its end
	 */
	public List<?> run(RedisScript script, String key, List<String> arguments) {
		try {
			return run("EVALSHA_RO", script.sha1(), key, arguments);
		}
		catch (RedisFailure ex) {
			if (!isUnknownScript(ex)) {
				throw ex;
			}
			return run("EVAL_RO", script.text(), key, arguments);
		}
	}

	// The _RO commands, because plain EVAL is refused to a user who may only read the
	// key.
	private List<?> run(String command, String script, String key, List<String> arguments) {
		byte[][] values = new byte[3 + arguments.size()][];
		values[0] = bytes(script);
		values[1] = ONE_KEY;
		values[2] = bytes(key);
		for (int i = 0; i < arguments.size(); i++) {
			values[3 + i] = bytes(arguments.get(i));
		}
		return ask(() -> {
			try (LettuceConnection connection = (LettuceConnection) this.connections.getConnection()) {
				Object answer = connection.execute(command, new NestedMultiOutput<>(ByteArrayCodec.INSTANCE), values);
				return (List<?>) Objects.requireNonNull(answer);
			}
		});
	}

	/**
	 * A whole hash.
	 * @return empty if there is none
	 * @throws RedisFailure if it cannot be read
	 */
	public Map<String, String> hash(String key) {
		return ask(() -> this.template.<String, String>opsForHash().entries(key));
	}

	/**
	 * Asks anything else.
	 * @param question must only read
	 * @throws RedisFailure if it is not answered
	 */
	public <T> T ask(Function<StringRedisTemplate, T> question) {
		return ask(() -> question.apply(this.template));
	}

	/**
	 * Gives up the connection: the next question opens another. Behind a peer that is
	 * silent, rather than gone, the old one could stay silent for minutes after the
	 * server is back.
	 */
	public void reconnect() {
		this.connections.resetConnection();
	}

	@Override
	public void close() {
		this.connections.destroy();
	}

	private static <T> T ask(Supplier<T> question) {
		try {
			return question.get();
		}
		catch (RuntimeException ex) { // Spring's, Lettuce's and, while the API stops,
										// IllegalStateException
			throw RedisFailure.of(ex);
		}
	}

	private static boolean isUnknownScript(RedisFailure failure) {
		for (Throwable next = failure; next != null; next = next.getCause()) {
			if (next instanceof RedisNoScriptException) {
				return true;
			}
		}
		return false;
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
