package portage.api.probe;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The command {@code probe} of the API's jar. It talks to a running API through the
 * official MCP client, starts no Spring, and tells on its last line what came of it.
 */
public final class Probe {

	private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);

	private final PrintStream out;

	Probe(PrintStream out) {
		this.out = out;
	}

	/**
	 * Runs the command.
	 * @param arguments what stood on the command line behind {@code probe}
	 * @return the exit code: 0 if every tool answered, and from where it should; 1 if not
	 */
	public static int run(String[] arguments, PrintStream out) {
		silenceLibraries();
		return new Probe(out).run(arguments);
	}

	int run(String... arguments) {
		try {
			ProbeOptions options = ProbeOptions.of(arguments);
			return options.ports().isEmpty() ? read(options) : look(options.ports());
		}
		catch (IllegalArgumentException ex) {
			this.out.println("probe: " + ex.getMessage());
			this.out.println(ProbeOptions.USAGE);
			return 1;
		}
	}

	/**
	 * Nothing has configured logging here, and then Logback prints all it hears. Failures
	 * are told by the probe.
	 */
	private static void silenceLibraries() {
		if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
			context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.OFF);
		}
	}

	private int read(ProbeOptions options) {
		long deadline = System.nanoTime() + options.patience().toNanos();
		while (true) {
			try {
				List<Reading> readings = ReadTools.readAll(options.url());
				requireSource(readings, options.expect());
				readings.forEach((reading) -> this.out.println(reading.line()));
				this.out.println("All %d read tools answered from %s.".formatted(readings.size(), sources(readings)));
				return 0;
			}
			catch (ProbeFailed ex) {
				if (System.nanoTime() - deadline >= 0 || !pause()) {
					this.out.println("probe: " + ex.getMessage());
					return 1;
				}
			}
		}
	}

	private static void requireSource(List<Reading> readings, String expected) throws ProbeFailed {
		List<Reading> others = readings.stream()
			.filter((reading) -> !expected.isEmpty() && !reading.source().equals(expected))
			.toList();
		if (!others.isEmpty()) {
			throw new ProbeFailed("expected answers from %s, but %s came from %s".formatted(expected,
					others.stream().map(Reading::tool).collect(Collectors.joining(", ")), sources(others)));
		}
	}

	private static String sources(List<Reading> readings) {
		Set<String> sources = readings.stream().map(Reading::source).collect(Collectors.toCollection(TreeSet::new));
		return String.join(" and ", sources);
	}

	private static boolean pause() {
		try {
			Thread.sleep(BETWEEN_TRIES.toMillis());
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private int look(List<Integer> ports) {
		List<Integer> taken = ports.stream().filter(Ports::isTaken).toList();
		if (!taken.isEmpty()) {
			this.out.println("in use: " + taken.stream().map(String::valueOf).collect(Collectors.joining(" ")));
		}
		return taken.isEmpty() ? 0 : 1;
	}

}
