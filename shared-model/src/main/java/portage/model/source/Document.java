package portage.model.source;

import java.util.List;

import tools.jackson.databind.JsonNode;

import portage.model.content.ContentType;
import portage.model.wire.CanonicalJson;

/**
 * A good document.
 *
 * @param type what it is
 * @param position which element of its source it is, from 0
 * @param line where it begins, from 1
 * @param column where it begins in code points, from 1
 * @param id unique within its type
 * @param json its canonical bytes; not to be changed
 * @param facets what it can be found by
 * @param score what it is listed by
 * @param unknownFields how many fields the model does not know
 */
public record Document(ContentType type, long position, long line, long column, String id, byte[] json,
		List<String> facets, long score, int unknownFields) implements SourceItem {

	/**
	 * The fields in canonical order, parsed anew: a chunk of documents need not keep
	 * their trees, too.
	 */
	public JsonNode tree() {
		return CanonicalJson.tree(this.json);
	}

}
