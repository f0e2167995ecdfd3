package portage.api.probe;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param url of the MCP endpoint
 * @param patience for how long to try again if something is not as expected; zero for a
 * single try
 * @param expect {@code json} or {@code redis}: where answers must come from; empty if it
 * does not matter
 * @param ports 0 to 65535: if there are any, only look whether somebody listens on them
 */
record ProbeOptions(URI url, Duration patience, String expect, List<Integer> ports) {

	static final String USAGE = """
			probe [--url http://localhost:8080/mcp] [--wait SECONDS] [--expect json|redis]
			  reads once with each tool as an MCP client does, and prints where the answers came from
			probe --unused PORT,PORT,...
			  prints the ports that somebody listens on""";

	ProbeOptions {
		if (url.getHost() == null || !List.of("http", "https").contains(url.getScheme())) {
			throw new IllegalArgumentException("--url must be an http(s) URL, but is '" + url + "'");
		}
		if (patience.isNegative()) {
			throw new IllegalArgumentException("--wait must be 0 or more seconds, but is " + patience.toSeconds());
		}
		if (!List.of("", "json", "redis").contains(expect)) {
			throw new IllegalArgumentException("--expect must be json or redis, but is '" + expect + "'");
		}
		ports = List.copyOf(ports);
		if (ports.stream().anyMatch((port) -> port < 0 || port > 65535)) {
			throw new IllegalArgumentException("--unused takes ports from 0 to 65535, but got " + ports);
		}
	}

	/**
	 * @throws IllegalArgumentException with what is wrong with them
	 */
	static ProbeOptions of(String... arguments) {
		URI url = URI.create("http://localhost:8080/mcp");
		Duration patience = Duration.ZERO;
		String expect = "";
		List<Integer> ports = List.of();
		for (Iterator<String> rest = List.of(arguments).iterator(); rest.hasNext();) {
			String option = rest.next();
			if (!List.of("--url", "--wait", "--expect", "--unused").contains(option)) {
				throw new IllegalArgumentException("there is no option '" + option + "'");
			}
			if (!rest.hasNext()) {
				throw new IllegalArgumentException(option + " needs a value");
			}
			String value = rest.next();
			switch (option) {
				case "--url" -> url = URI.create(value);
				case "--wait" -> patience = Duration.ofSeconds(number(option, value));
				case "--expect" -> expect = value;
				default -> ports = Arrays.stream(value.split(",")).map((port) -> number(option, port)).toList();
			}
		}
		return new ProbeOptions(url, patience, expect, ports);
	}

	private static int number(String option, String value) {
		try {
			return Integer.parseInt(value);
		}
		catch (NumberFormatException ex) {
			throw new IllegalArgumentException(option + " takes numbers, but got '" + value + "'", ex);
		}
	}

}
