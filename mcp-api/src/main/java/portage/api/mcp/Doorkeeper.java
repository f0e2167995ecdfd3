package portage.api.mcp;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Turns away requests that a web page made a browser send: by their {@code Origin}, and
 * where DNS rebinding makes a foreign page look like our own, by their {@code Host}.
 */
final class Doorkeeper {

	private static final String ANY_PORT = ":*";

	private final List<Pattern> hosts;

	private final List<Pattern> origins;

	Doorkeeper(List<String> allowedHosts, List<String> allowedOrigins) {
		this.hosts = allowedHosts.stream().map(Doorkeeper::pattern).toList();
		this.origins = allowedOrigins.stream().map(Doorkeeper::pattern).toList();
	}

	/** Why a request is turned away; empty if it may come in. */
	Optional<String> objection(HttpServletRequest request) {
		List<String> hosts = Collections.list(request.getHeaders("Host"));
		if (hosts.size() != 1 || !matches(this.hosts, hosts.get(0))) {
			return Optional.of("The Host header names no host of this server; portage.mcp.allowed-hosts lists them");
		}
		for (String origin : Collections.list(request.getHeaders("Origin"))) {
			if (!matches(this.origins, origin)) {
				return Optional
					.of("Pages of this Origin may not call; portage.mcp.allowed-origins lists those that may");
			}
		}
		return Optional.empty();
	}

	private static boolean matches(List<Pattern> allowed, String value) {
		return allowed.stream().anyMatch((pattern) -> pattern.matcher(value).matches());
	}

	private static Pattern pattern(String allowed) {
		String expression = allowed.endsWith(ANY_PORT)
				? Pattern.quote(allowed.substring(0, allowed.length() - ANY_PORT.length())) + "(:[0-9]{1,5})?"
				: Pattern.quote(allowed);
		return Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
	}

}
