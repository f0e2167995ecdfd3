package portage.model.content;

import java.util.Map;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import portage.model.wire.CanonicalJson;

/**
 * Good documents, as small as the schema allows, for tests that change one thing of them.
 */
public final class Examples {

	private static final String PROJECT = """
			{"id":"p","title":"t","result":"","tags":[],"image":"/i.png",
			"client":{"type":"","size":"","objective":""},"challenge":"",
			"solution":{"description":"","tools":[],"features":[],"screenshots":[]},"description":"",
			"testimonial":{"text":"","author":"","avatar":"/a.png"},"results":[],"insight":{"title":"i","text":""},
			"metadata":{"createdAt":"2026-01-31T09:30:00Z","updatedAt":"2026-01-31T09:30:00Z",
			"featured":false,"status":"published"}}""";

	private static final String RESOURCE = """
			{"id":"r","title":"t","description":"","longDescription":"","image":"/i.png","tags":[],"price":0,
			"downloadLink":"/d.zip","gallery":[],
			"metadata":{"createdAt":"2026-01-31T09:30:00Z","updatedAt":"2026-01-31T09:30:00Z",
			"featured":false,"status":"published"}}""";

	private static final String AUDIT = """
			{"id":"a","timestamp":"2026-01-31T09:30:00Z","action":"read","entityType":"project","entityId":"p",
			"source":"mcp","changes":[],"metadata":{}}""";

	private static final Map<ContentType, String> SMALLEST = Map.of(ContentType.PROJECT, PROJECT, ContentType.RESOURCE,
			RESOURCE, ContentType.AUDIT, AUDIT);

	private Examples() {
	}

	/** A good document of a type. */
	public static ObjectNode of(ContentType type) {
		return (ObjectNode) CanonicalJson.STRICT.readTree(SMALLEST.get(type));
	}

	/** A good document of a type with an id. */
	public static ObjectNode of(ContentType type, String id) {
		return of(type).put("id", id);
	}

	/** A good document of a type on one line, with an id. */
	public static String json(ContentType type, String id) {
		return of(type, id).toString();
	}

	/**
	 * Changes a document at one place.
	 * @param pointer of the place; what it stands in must be there
	 * @param json the value to put there
	 */
	public static ObjectNode with(ObjectNode document, String pointer, String json) {
		JsonPointer place = JsonPointer.compile(pointer);
		JsonNode value = CanonicalJson.STRICT.readTree(json);
		JsonNode parent = document.at(place.head());
		if (parent instanceof ArrayNode array) {
			array.add(value);
		}
		else {
			((ObjectNode) parent).set(place.last().getMatchingProperty(), value);
		}
		return document;
	}

	/** Takes a field away. */
	public static ObjectNode without(ObjectNode document, String pointer) {
		JsonPointer place = JsonPointer.compile(pointer);
		((ObjectNode) document.at(place.head())).remove(place.last().getMatchingProperty());
		return document;
	}

}
