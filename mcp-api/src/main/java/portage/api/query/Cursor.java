package portage.api.query;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import portage.api.content.PageQuery;
import portage.model.wire.CanonicalJson;
import portage.model.wire.Digests;

/**
 * Where a listing goes on, as callers carry it: base64url of a small JSON object with a
 * version, the last document, and a check over it and the filters.
 *
 * <p>
 * It knows nothing of stores or generations, so that a walk begun before the cutover ends
 * after it. The check is no secret and need not be one: who forges it sees a page that a
 * query would also show. It catches what happens, a cursor cut short or used with other
 * filters.
 */
final class Cursor {

	private static final int VERSION = 1;

	private static final int CHECK_DIGITS = 16;

	private Cursor() {
	}

	static String of(PageQuery query, PageQuery.Mark last) {
		var json = JsonNodeFactory.instance.objectNode();
		json.put("v", VERSION).put("score", last.score()).put("id", last.id()).put("check", check(query, last));
		return Base64.getUrlEncoder().withoutPadding().encodeToString(CanonicalJson.bytes(json));
	}

	/** The place a cursor stands for; empty if it is none of this query's. */
	static Optional<PageQuery.Mark> read(PageQuery query, String cursor) {
		try {
			JsonNode json = CanonicalJson.tree(Base64.getUrlDecoder().decode(cursor));
			PageQuery.Mark last = new PageQuery.Mark(json.path("score").longValue(), json.path("id").stringValue());
			// Whatever differs by a byte was not made by us.
			return cursor.equals(of(query, last)) ? Optional.of(last) : Optional.empty();
		}
		catch (JacksonException | IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private static String check(PageQuery query, PageQuery.Mark last) {
		List<Object> covered = List.of(VERSION, query.type().key(), query.facets(), query.lowest(), query.highest(),
				last.score(), last.id());
		MessageDigest digest = Digests.sha256();
		digest.update(CanonicalJson.STRICT.writeValueAsString(covered).getBytes(StandardCharsets.UTF_8));
		return Digests.hex(digest).substring(0, CHECK_DIGITS);
	}

}
