package portage.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/** A redis-server as a child process, from the binary that a Maven artifact brings. */
final class RedisProcess implements RealRedis {

	/**
	 * A JVM that is killed runs no hook, but its end of the pipe closes: then this shell
	 * ends the server, even a frozen one.
	 */
	private static final String WATCH = "\"$@\" >/dev/null 2>&1 & echo $!; cat >/dev/null; kill -9 $! 2>/dev/null";

	private static final String BINARY = "redis-server-7.0.15-";

	private final Path directory;

	private final String[] options;

	private final int port;

	private @Nullable Process watcher;

	private @Nullable ProcessHandle server;

	private RedisProcess(Path directory, int port, String[] options) {
		this.directory = directory;
		this.port = port;
		this.options = options;
	}

	static RedisProcess start(String... options) {
		for (int attempt = 1;; attempt++) {
			RedisProcess redis = new RedisProcess(newDirectory(), RealRedis.freePort(), options);
			Runtime.getRuntime().addShutdownHook(new Thread(redis::close));
			try {
				redis.restart();
				return redis;
			}
			catch (IllegalStateException ex) {
				redis.close();
				if (attempt == 3) { // somebody else may have taken the port, but not
									// three times
					throw ex;
				}
			}
		}
	}

	@Override
	public String host() {
		return "127.0.0.1";
	}

	@Override
	public int port() {
		return this.port;
	}

	@Override
	public synchronized void restart() {
		List<String> command = new ArrayList<>(List.of("sh", "-c", WATCH, "sh", binary().toString()));
		command.addAll(List.of("--port", Integer.toString(this.port), "--bind", host()));
		command.addAll(List.of("--dir", this.directory.toString(), "--logfile", log().toString()));
		command.addAll(List.of("--save", "", "--appendonly", "yes"));
		command.addAll(List.of(this.options));
		try {
			Process started = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
			this.watcher = started;
			BufferedReader pid = started.inputReader(StandardCharsets.US_ASCII);
			Optional<ProcessHandle> child = ProcessHandle.of(Long.parseLong(pid.readLine()));
			this.server = child.orElseThrow(() -> new IllegalStateException("redis-server ended at once: " + logged()));
			awaitAnswer();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (ConditionTimeoutException ex) {
			throw new IllegalStateException("redis-server does not answer: " + logged(), ex);
		}
		if (!this.server.isAlive()) {
			throw new IllegalStateException("another server has port " + this.port + ": " + logged());
		}
	}

	@Override
	public String replicationSource() {
		return host() + " " + port();
	}

	@Override
	public synchronized void stop() {
		resume();
		end("TERM");
	}

	@Override
	public synchronized void kill() {
		end("KILL");
	}

	@Override
	public synchronized void pause() {
		signal("STOP");
	}

	@Override
	public synchronized void resume() {
		signal("CONT");
	}

	@Override
	public synchronized void close() {
		kill();
		try (Stream<Path> files = Files.exists(this.directory) ? Files.walk(this.directory) : Stream.empty()) {
			files.sorted(Comparator.reverseOrder()).forEach((file) -> file.toFile().delete());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void end(String signal) {
		try {
			if (this.server != null) {
				signal(signal);
				this.server.onExit().get(20, TimeUnit.SECONDS);
				this.server = null;
			}
			if (this.watcher != null) {
				this.watcher.getOutputStream().close();
				this.watcher.waitFor();
				this.watcher = null;
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (IOException | ExecutionException | TimeoutException ex) {
			throw new IllegalStateException("redis-server does not end", ex);
		}
	}

	private void signal(String name) {
		if (this.server == null || !this.server.isAlive()) {
			return;
		}
		try {
			new ProcessBuilder("kill", "-" + name, Long.toString(this.server.pid())).start().waitFor();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Path log() {
		return this.directory.resolve("redis.log");
	}

	private String logged() {
		try {
			return Files.exists(log()) ? Files.readString(log()) : "it logged nothing";
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Path newDirectory() {
		try {
			return Files.createTempDirectory("portage-redis-");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Path binary() {
		return Unpacked.BINARY;
	}

	private static String platform() {
		String os = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
		String machine = System.getProperty("os.arch");
		return os + "-" + ((machine.equals("aarch64") || machine.equals("arm64")) ? "arm64" : "amd64");
	}

	/** Unpacked once a JVM. */
	private static final class Unpacked {

		private static final Path BINARY = unpack();

		private static Path unpack() {
			String name = RedisProcess.BINARY + platform();
			try (InputStream in = RedisProcess.class.getResourceAsStream("/" + name)) {
				if (in == null) {
					throw new IllegalStateException("the class path lacks " + name + " of org.signal:embedded-redis");
				}
				Path directory = newDirectory();
				Path file = directory.resolve("redis-server");
				Files.copy(in, file);
				directory.toFile().deleteOnExit();
				file.toFile().deleteOnExit();
				if (!file.toFile().setExecutable(true)) {
					throw new IllegalStateException("cannot make " + file + " executable");
				}
				return file;
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
