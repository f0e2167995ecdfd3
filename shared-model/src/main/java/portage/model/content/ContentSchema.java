package portage.model.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The one validator, and the canonical order of fields. Both are read off the records
 * {@link Project}, {@link Resource} and {@link AuditEntry}, so that the model is written
 * down once.
 *
 * <p>
 * A document stays a JSON tree on its way, because a tree keeps what a record would not:
 * unknown fields, explicit nulls and the digits of every number.
 */
public final class ContentSchema {

	private static final Map<ContentType, ContentSchema> ALL = new EnumMap<>(ContentType.class);

	static {
		Arrays.stream(ContentType.values())
			.forEach((type) -> ALL.put(type, new ContentSchema(ObjectShape.of(type.model()))));
	}

	private final ObjectShape shape;

	private ContentSchema(ObjectShape shape) {
		this.shape = shape;
	}

	/** The schema of a type. */
	public static ContentSchema of(ContentType type) {
		return Objects.requireNonNull(ALL.get(type));
	}

	/**
	 * Judges a document.
	 * @return every fault, in field order; empty if the document is good
	 */
	public List<Violation> violations(JsonNode document) {
		List<Violation> faults = new ArrayList<>();
		this.shape.check(document, "", faults::add);
		Characters.check(document, "", faults::add);
		return Collections.unmodifiableList(faults);
	}

	/**
	 * How many fields of a good document the model does not know, at any depth below
	 * known ones.
	 */
	public int unknownFields(JsonNode document) {
		return this.shape.unknownFields(document);
	}

	/**
	 * The JSON Schema (2020-12) of a document, for tools to declare; the validator is
	 * stricter where it must be.
	 */
	public Map<String, Object> jsonSchema() {
		return this.shape.jsonSchema();
	}

	/**
	 * The same document in canonical order: known fields as the record has them, then
	 * unknown ones by name, and so at every depth. Two documents with equal members
	 * become equal trees that serialise alike.
	 */
	public ObjectNode canonical(ObjectNode document) {
		return canonical(document, this.shape);
	}

	private static ObjectNode canonical(ObjectNode object, @Nullable ObjectShape shape) {
		Map<String, JsonNode> rest = new TreeMap<>();
		object.properties().forEach((field) -> rest.put(field.getKey(), field.getValue()));
		Map<String, JsonNode> ordered = new LinkedHashMap<>();
		if (shape != null) {
			shape.fields().forEach((name, field) -> {
				JsonNode value = rest.remove(name);
				if (value != null) {
					ordered.put(name, canonical(value, field.shape()));
				}
			});
		}
		rest.forEach((name, value) -> ordered.put(name, canonical(value, null)));
		ObjectNode result = JsonNodeFactory.instance.objectNode();
		ordered.forEach(result::set);
		return result;
	}

	private static JsonNode canonical(JsonNode value, @Nullable Shape shape) {
		if (value instanceof ObjectNode object) {
			return canonical(object, (shape instanceof ObjectShape known) ? known : null);
		}
		if (value.isArray()) {
			Shape item = (shape instanceof Shape.Many many) ? many.item() : null;
			var result = JsonNodeFactory.instance.arrayNode(value.size());
			value.forEach((element) -> result.add(canonical(element, item)));
			return result;
		}
		return value;
	}

}
