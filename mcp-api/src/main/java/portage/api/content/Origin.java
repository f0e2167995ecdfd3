package portage.api.content;

/**
 * Where an answer came from.
 *
 * @param source which store answered
 * @param degraded whether another store should have answered, but could not
 * @param generation which generation, from 1; 0 where the bundled JSON answered
 */
public record Origin(Source source, boolean degraded, long generation) {

	/** Which store answered. */
	public enum Source {

		/** The bundled JSON. */
		JSON,

		/** The announced generation. */
		REDIS

	}

}
