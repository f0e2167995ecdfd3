package portage.api.tools;

import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

import portage.api.content.Origin;
import portage.api.content.StoredDocument;
import portage.api.query.Listing;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Function;

/**
 * What a tool found.
 *
 * @param body {@code data}, and {@code meta} but for the time
 */
record Success(ObjectNode body) {

	/** An answer that is no listing. */
	static Success of(Origin origin, JsonNode found) {
		ObjectNode body = JsonNodeFactory.instance.objectNode();
		body.set("data", found);
		body.set("meta", meta(origin));
		return new Success(body);
	}

	/** One page of a listing. */
	static Success of(Listing listing, Function<StoredDocument, JsonNode> view) {
		ArrayNode found = JsonNodeFactory.instance.arrayNode(listing.page().documents().size());
		listing.page().documents().forEach((document) -> found.add(view.apply(document)));
		ObjectNode body = JsonNodeFactory.instance.objectNode();
		body.set("data", found);
		ObjectNode meta = meta(listing.page().origin()).put("total", listing.page().total());
		listing.nextCursor().ifPresent((cursor) -> meta.put("nextCursor", cursor));
		body.set("meta", meta);
		return new Success(body);
	}

	/**
	 * A document as it is stored, byte for byte: it was canonical then, and no number is
	 * read and written again.
	 */
	static JsonNode stored(StoredDocument document) {
		return JsonNodeFactory.instance.rawValueNode(new RawValue(new String(document.json(), StandardCharsets.UTF_8)));
	}

	private static ObjectNode meta(Origin origin) {
		ObjectNode meta = JsonNodeFactory.instance.objectNode();
		meta.put("source", origin.source().name().toLowerCase(Locale.ROOT));
		meta.put("degraded", origin.degraded());
		Optional.of(origin.generation())
			.filter((generation) -> generation > 0)
			.ifPresent((generation) -> meta.put("generation", "g" + generation));
		return meta;
	}

}
