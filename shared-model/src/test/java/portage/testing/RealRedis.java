package portage.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.awaitility.Awaitility;

/**
 * A redis-server of a test's own: empty, append-only, on a free port of this machine.
 *
 * <p>
 * By default it is a child process that ends with the JVM. With
 * {@code -Dredis=testcontainers} it is a container of {@code redis:7}; if Docker is away
 * then, the test fails.
 */
public interface RealRedis extends AutoCloseable {

	/**
	 * Starts one.
	 * @param options further options of redis-server, such as
	 * {@code "--maxmemory", "10mb"}
	 */
	static RealRedis start(String... options) {
		String kind = System.getProperty("redis", "embedded");
		return switch (kind) {
			case "embedded" -> RedisProcess.start(options);
			case "testcontainers" -> RedisContainer.start(options);
			default ->
				throw new IllegalArgumentException("-Dredis must be embedded or testcontainers, but is '" + kind + "'");
		};
	}

	/** The host that clients connect to. */
	String host();

	/** The port, the same one after a restart. */
	int port();

	/** Where clients connect to. */
	default String uri() {
		return "redis://" + host() + ":" + port();
	}

	/** Host and port as another of these servers reaches it, which a replica is told. */
	String replicationSource();

	/** Ends it as an operator would (SIGTERM); its files stay for {@link #restart()}. */
	void stop();

	/** Ends it as a power cut would (SIGKILL); its files stay for {@link #restart()}. */
	void kill();

	/** Starts it again with its files, on its port, and waits until it answers. */
	void restart();

	/** Freezes it (SIGSTOP): connections stay open, nothing answers. */
	void pause();

	/** Lets it go on after {@link #pause()}. */
	void resume();

	/** Ends it and removes its files. */
	@Override
	void close();

	/** A port that was free a moment ago. */
	static int freePort() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Waits until it answers; one that is still loading its files does not. */
	default void awaitAnswer() {
		Awaitility.await("redis-server at " + uri())
			.pollDelay(Duration.ZERO)
			.pollInterval(Duration.ofMillis(10))
			.atMost(Duration.ofSeconds(20))
			.until(this::answers);
	}

	private boolean answers() {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(host(), port()), 1000);
			socket.setSoTimeout(1000);
			OutputStream out = socket.getOutputStream();
			out.write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
			String answer = new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII);
			return answer.equals("+PONG") || answer.equals("-NOAU");
		}
		catch (IOException ex) {
			return false;
		}
	}

}
