package portage.model.wire;

import java.util.regex.Pattern;

import portage.model.content.ContentType;

/**
 * The only place where a Redis key is spelled; the scripts get theirs from here.
 *
 * <p>
 * All keys of one deployment begin with its namespace as a hash tag, so that they share a
 * slot of a Redis Cluster and a script may touch any of them.
 *
 * @param namespace {@code portage.namespace}: what tells two deployments on one server
 * apart
 */
public record RedisKeys(String namespace) {

	private static final Pattern NAMESPACE = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

	public RedisKeys {
		if (!NAMESPACE.matcher(namespace).matches()) {
			throw new IllegalArgumentException("portage.namespace must be 1 to 63 lower-case letters, digits or '-', "
					+ "beginning with a letter or digit, but is '" + namespace + "'");
		}
	}

	/** What all keys of this deployment begin with. */
	public String prefix() {
		return "{" + this.namespace + "}:";
	}

	/** Hash: the announcement of the generation that reads go to. */
	public String current() {
		return prefix() + "current";
	}

	/** Hash: phase, epoch and what goes with them. */
	public String control() {
		return prefix() + "control";
	}

	/** Channel: something about {@link #current()} or {@link #control()} has changed. */
	public String notices() {
		return prefix() + "notices";
	}

	/** Hash: what the latest run has done so far. */
	public String progress() {
		return prefix() + "progress";
	}

	/**
	 * Hash: the generation numbers given out, and a random mark of this keyspace that a
	 * flush takes away.
	 */
	public String generations() {
		return prefix() + "generations";
	}

	/**
	 * Hash: rejects of the run that writes a generation, as JSON by
	 * {@code type:position}.
	 */
	public String rejects(long generation) {
		return generation(generation) + "rejects";
	}

	/** What all keys of a generation begin with. */
	public String generation(long generation) {
		return prefix() + "g" + generation + ":";
	}

	/** What all keys of a type in a generation begin with. */
	public String content(long generation, ContentType type) {
		return generation(generation) + type.key() + ":";
	}

	/** String: one document's canonical JSON. */
	public String document(long generation, ContentType type, String id) {
		return content(generation, type) + "doc:" + id;
	}

	/** Sorted set: every id by its position in the source. */
	public String order(long generation, ContentType type) {
		return content(generation, type) + "order";
	}

	/**
	 * Sorted set: every id by what it is listed by; where that is the position, it is the
	 * order itself.
	 */
	public String listing(long generation, ContentType type) {
		return content(generation, type) + listingName(type);
	}

	/** How {@link #listing} ends, for scripts that find the generation themselves. */
	public String listingName(ContentType type) {
		return (type == ContentType.AUDIT) ? "time" : "order";
	}

	/** Sorted set: the ids with a facet, by what they are listed by. */
	public String facet(long generation, ContentType type, String facet) {
		return content(generation, type) + "facet:" + facet;
	}

	/**
	 * Set: the facets that occur, so that a generation can be removed without scanning.
	 */
	public String facets(long generation, ContentType type) {
		return content(generation, type) + "facets";
	}

}
