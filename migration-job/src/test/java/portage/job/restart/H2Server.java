package portage.job.restart;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.awaitility.Awaitility;

import portage.testing.RealRedis;

/** An H2 server as a process of its own, as {@code ./start} runs it. */
final class H2Server implements AutoCloseable {

	private final Process process;

	private final int port;

	private H2Server(Process process, int port) {
		this.process = process;
		this.port = port;
	}

	static H2Server start(Path directory) throws IOException {
		Files.createDirectories(directory);
		int port = RealRedis.freePort();
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
				"target/local/h2.jar", "org.h2.tools.Server", "-tcp", "-tcpPort", Integer.toString(port),
				"-ifNotExists", "-baseDir", directory.toString())
			.redirectErrorStream(true)
			.redirectOutput(directory.resolve("server.log").toFile())
			.start();
		Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
		Awaitility.await("H2 server").atMost(Duration.ofSeconds(20)).until(() -> answers(port));
		return new H2Server(process, port);
	}

	private static boolean answers(int port) {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
			return socket.isConnected();
		}
		catch (IOException ex) {
			return false;
		}
	}

	String url() {
		return "jdbc:h2:tcp://localhost:" + this.port + "/./portage;WRITE_DELAY=0";
	}

	@Override
	public void close() {
		this.process.destroy();
	}

}
