package portage.model.wire;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import portage.model.content.ContentSchema;
import portage.model.content.ContentType;

/**
 * The one way documents become bytes: compact UTF-8, fields in canonical order, numbers
 * with the digits they came with. Equal documents have equal bytes.
 */
public final class CanonicalJson {

	/** The deepest nesting of arrays and objects that is read. */
	public static final int MAX_DEPTH = 100;

	/**
	 * Reads strictly: no duplicate names, nothing after the value, no number rounded.
	 * What it refuses, no part of Portage stores.
	 */
	public static final JsonMapper STRICT = JsonMapper
		.builder(JsonFactory.builder()
			.streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
			.build())
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY,
				DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
		.build();

	private CanonicalJson() {
	}

	/** The canonical bytes of a document. */
	public static byte[] bytes(ContentType type, ObjectNode document) {
		return bytes(ContentSchema.of(type).canonical(document));
	}

	/** The bytes of a tree as it stands. */
	public static byte[] bytes(JsonNode tree) {
		return STRICT.writeValueAsBytes(tree);
	}

	/** The tree of bytes that were written by this class. */
	public static JsonNode tree(byte[] json) {
		return STRICT.readTree(json);
	}

}
