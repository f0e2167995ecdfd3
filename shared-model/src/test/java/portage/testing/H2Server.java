package portage.testing;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;

/**
 * An H2 server as a process of its own, as {@code ./start} runs one. It needs H2 on the
 * class path of the test.
 */
public final class H2Server implements AutoCloseable {

	private final int port = RealRedis.freePort();

	private final Path directory;

	private Process process;

	/** Starts one that keeps its files in a directory. */
	public H2Server(Path directory) {
		this.directory = directory;
		start();
	}

	/** Starts it again with its files, on its port, and waits until it answers. */
	public void start() {
		try {
			Path jar = Path
				.of(Class.forName("org.h2.tools.Server").getProtectionDomain().getCodeSource().getLocation().toURI());
			this.process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
					jar.toString(), "org.h2.tools.Server", "-tcp", "-tcpPort", String.valueOf(this.port),
					"-ifNotExists", "-baseDir", this.directory.toString())
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.redirectError(ProcessBuilder.Redirect.DISCARD)
				.start();
			Runtime.getRuntime().addShutdownHook(new Thread(this.process::destroyForcibly));
		}
		catch (Exception ex) {
			throw new IllegalStateException("cannot start an H2 server", ex);
		}
		Awaitility.await("H2 server").atMost(Duration.ofSeconds(20)).until(this::answers);
	}

	private boolean answers() {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress("localhost", this.port), 1000);
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	/** JDBC URL of a database in it. */
	public String url() {
		return "jdbc:h2:tcp://localhost:" + this.port + "/./portage;WRITE_DELAY=0";
	}

	/** Ends it, and waits until it has let go of its files. */
	@Override
	public void close() {
		this.process.destroy();
		try {
			if (!this.process.waitFor(20, TimeUnit.SECONDS)) {
				this.process.destroyForcibly();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
