package portage.model.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The Lua that both processes run; each constant is a file of the same name under
 * {@code /redis}.
 */
public enum RedisScript {

	/** Job: gives a run the generation it writes. */
	OPEN_GENERATION,

	/** Job: writes one chunk with its order, facets and progress. */
	WRITE_CHUNK,

	/** Job: makes a verified generation the current one. */
	ANNOUNCE,

	/** API: one document of the current generation. */
	READ_DOCUMENT,

	/** API: one page of documents of the current generation. */
	READ_PAGE,

	/** API: how many documents of the current generation have each facet. */
	COUNT_FACETS;

	private final String text;

	private final String sha1;

	RedisScript() {
		String file = "/redis/" + name().toLowerCase(Locale.ROOT) + ".lua";
		try (InputStream in = RedisScript.class.getResourceAsStream(file)) {
			if (in == null) {
				throw new IllegalStateException("the jar lacks " + file);
			}
			byte[] bytes = in.readAllBytes();
			this.text = new String(bytes, StandardCharsets.UTF_8);
			this.sha1 = Digests.sha1(bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot read " + file, ex);
		}
	}

	/** What {@code EVAL} takes. */
	public String text() {
		return this.text;
	}

	/** What {@code EVALSHA} takes: 40 lower-case hex digits. */
	public String sha1() {
		return this.sha1;
	}

}
