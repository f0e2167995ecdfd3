package portage.model.content;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/**
 * What a document can be found by, as words like {@code status:draft}. Filters of the
 * tools, the index in memory and the index keys in Redis all use these very words, so
 * that both stores find the same documents.
 */
public final class Facets {

	private Facets() {
	}

	/** The facets of a good document, each once. */
	public static List<String> of(ContentType type, JsonNode document) {
		if (type == ContentType.AUDIT) {
			return List.of(action(document.get("action").stringValue()), source(document.get("source").stringValue()),
					entityType(document.get("entityType").stringValue()),
					entityId(document.get("entityId").stringValue()));
		}
		JsonNode metadata = document.get("metadata");
		Stream<String> tags = document.get("tags").valueStream().map((tag) -> tag(tag.stringValue())).distinct();
		return Stream
			.concat(Stream.of(status(metadata.get("status").stringValue()),
					featured(metadata.get("featured").booleanValue())), tags)
			.toList();
	}

	/**
	 * What documents of a type are listed by: their place in the source, or for the audit
	 * trail its time.
	 * @param position the place in the source, from 0
	 * @return the place, or milliseconds since 1970
	 */
	public static long listingScore(ContentType type, JsonNode document, long position) {
		return (type == ContentType.AUDIT) ? Instant.parse(document.get("timestamp").stringValue()).toEpochMilli()
				: position;
	}

	/** Documents with a status. */
	public static String status(String status) {
		return "status:" + status;
	}

	/** Documents with a tag. */
	public static String tag(String tag) {
		return "tag:" + tag;
	}

	/** Documents that are featured, or that are not. */
	public static String featured(boolean featured) {
		return "featured:" + featured;
	}

	/** Audit entries of an action. */
	public static String action(String action) {
		return "action:" + action;
	}

	/** Audit entries from a source. */
	public static String source(String source) {
		return "source:" + source;
	}

	/** Audit entries about a kind of document. */
	public static String entityType(String type) {
		return "type:" + type;
	}

	/** Audit entries about a document. */
	public static String entityId(String id) {
		return "entity:" + id;
	}

}
