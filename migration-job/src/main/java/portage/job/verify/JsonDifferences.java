package portage.job.verify;

import java.util.TreeSet;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Walks two JSON trees and names every place where they differ. */
final class JsonDifferences {

	private static final int MOST_SHOWN = 60;

	private JsonDifferences() {
	}

	/**
	 * Reports each deepest place with a difference.
	 * @param sink takes the JSON pointer, and what was expected and found
	 */
	static void find(@Nullable JsonNode expected, @Nullable JsonNode found, String pointer,
			BiConsumer<String, String> sink) {
		if (expected == null || found == null) {
			sink.accept(pointer, "expected " + show(expected) + ", found " + show(found));
		}
		else if (expected.isObject() && found.isObject()) {
			TreeSet<String> names = new TreeSet<>(expected.propertyNames());
			names.addAll(found.propertyNames());
			names.forEach((name) -> find(expected.get(name), found.get(name),
					pointer + '/' + name.replace("~", "~0").replace("/", "~1"), sink));
		}
		else if (expected.isArray() && found.isArray()) {
			for (int i = 0; i < Math.max(expected.size(), found.size()); i++) {
				find(expected.get(i), found.get(i), pointer + '/' + i, sink);
			}
		}
		else if (!expected.toString().equals(found.toString())) {
			sink.accept(pointer, "expected " + show(expected) + ", found " + show(found));
		}
	}

	private static String show(@Nullable JsonNode value) {
		if (value == null) {
			return "nothing";
		}
		String text = value.toString();
		return (text.length() > MOST_SHOWN) ? text.substring(0, MOST_SHOWN) + "…" : text;
	}

}
