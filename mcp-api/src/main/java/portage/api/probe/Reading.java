package portage.api.probe;

import java.util.Locale;

/**
 * One good answer.
 *
 * @param tool who was asked
 * @param source {@code json} or {@code redis}
 * @param degraded whether another source should have answered, but could not
 * @param subject what was found, in a few words
 * @param millis from the call to the answer
 */
record Reading(String tool, String source, boolean degraded, String subject, long millis) {

	/** For people, in columns. */
	String line() {
		return String.format(Locale.ROOT, "  %-21s %-6s %-36s %5d ms%s", this.tool, this.source, this.subject,
				this.millis, this.degraded ? "  (degraded)" : "");
	}

}
