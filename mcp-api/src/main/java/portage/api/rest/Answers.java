package portage.api.rest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

import portage.api.content.Origin;
import portage.api.query.Listing;
import portage.model.wire.CanonicalJson;
import portage.model.wire.Digests;

/**
 * How answers are put together. Who answered stands in headers, so that the same content
 * has the same body and ETag.
 */
final class Answers {

	private Answers() {
	}

	static ResponseEntity.BodyBuilder from(Origin origin) {
		ResponseEntity.BodyBuilder response = ResponseEntity.ok()
			.header("X-Portage-Source", origin.source().name().toLowerCase(Locale.ROOT));
		return origin.degraded() ? response.header("X-Portage-Degraded", "true") : response;
	}

	/** With a strong ETag, by which Spring answers {@code If-None-Match}. */
	static ResponseEntity<byte[]> revalidated(ResponseEntity.BodyBuilder response, byte[] body) {
		MessageDigest digest = Digests.sha256();
		digest.update(body);
		return response.eTag(Digests.hex(digest).substring(0, 32))
			.cacheControl(CacheControl.noCache())
			.contentType(MediaType.APPLICATION_JSON)
			.body(body);
	}

	static byte[] body(Listing listing) {
		ObjectNode body = JsonNodeFactory.instance.objectNode();
		var items = body.putArray("items");
		listing.page()
			.documents()
			.forEach(
					(document) -> items.addRawValue(new RawValue(new String(document.json(), StandardCharsets.UTF_8))));
		body.put("total", listing.page().total());
		listing.nextCursor().ifPresent((cursor) -> body.put("nextCursor", cursor));
		return CanonicalJson.bytes(body);
	}

}
