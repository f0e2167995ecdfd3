package portage.model.source;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import portage.model.content.Violation;
import portage.model.wire.CanonicalJson;

/** Finds line and column of faults by reading a rejected document a second time. */
final class FaultPlaces {

	private FaultPlaces() {
	}

	static List<Reject.Fault> of(Element element, List<Violation> violations, String prefix) {
		Map<String, Long> offsets = offsets(element.json());
		return violations.stream().limit(Reject.MOST_FAULTS).map((violation) -> {
			Checkpoint place = element.placeOf(nearest(offsets, violation.pointer()));
			return new Reject.Fault(place.line(), place.column(), prefix + violation.pointer(), violation.reason());
		}).toList();
	}

	private static Map<String, Long> offsets(byte[] json) {
		Map<String, Long> offsets = new HashMap<>();
		try (JsonParser parser = CanonicalJson.STRICT.createParser(json)) {
			for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
				if (token != JsonToken.PROPERTY_NAME && !token.isStructEnd()) {
					// At the start of an array or object the context is already the inner
					// one.
					var context = token.isStructStart() ? parser.streamReadContext().getParent()
							: parser.streamReadContext();
					offsets.putIfAbsent((context != null) ? context.pathAsPointer().toString() : "",
							parser.currentTokenLocation().getByteOffset());
				}
			}
		}
		return offsets;
	}

	/** A missing field has no place of its own: then the object it belongs in. */
	private static long nearest(Map<String, Long> offsets, String pointer) {
		for (String at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
			Long offset = offsets.get(at);
			if (offset != null) {
				return offset;
			}
		}
		return 0;
	}

}
