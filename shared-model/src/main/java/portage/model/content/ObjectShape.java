package portage.model.content;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The shape of an object, read off a record once: component order is field order,
 * {@code @Nullable} means optional.
 *
 * @param fields the known fields in canonical order
 */
record ObjectShape(Map<String, Field> fields) implements Shape {

	private static final int LONG_TEXT = 10_000;

	/**
	 * Site-relative means one slash: two would lead to another host. JavaScript reads it
	 * too, and has no {@code (?i:)}.
	 */
	private static final Pattern LINK = Pattern
		.compile("[Hh][Tt][Tt][Pp][Ss]?://[^\\s/?#\\\\][^\\s\\\\]*|/(?![/\\\\])[^\\s\\\\]*");

	private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9._-]{1,128}");

	/**
	 * One known field.
	 *
	 * @param shape what its value must look like
	 * @param required whether it must be there and not null
	 */
	record Field(Shape shape, boolean required) {
	}

	static ObjectShape of(Class<?> model) {
		Map<String, Field> fields = new LinkedHashMap<>();
		for (RecordComponent component : model.getRecordComponents()) {
			if (component.getType() != Map.class) { // the unknown fields
				boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
				fields.put(component.getName(), new Field(shape(component.getGenericType(), component), !optional));
			}
		}
		return new ObjectShape(fields);
	}

	private static Shape shape(Type type, AnnotatedElement marks) {
		if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
			AtMost most = marks.getAnnotation(AtMost.class);
			return new Many(shape(list.getActualTypeArguments()[0], marks),
					(most != null) ? most.value() : Integer.MAX_VALUE);
		}
		Class<?> plain = (Class<?>) type;
		if (plain == String.class) {
			return text(marks);
		}
		if (plain == Instant.class) {
			return new Moment();
		}
		if (plain == boolean.class) {
			return new Flag();
		}
		if (plain == BigDecimal.class || plain == Long.class) {
			return new Amount(plain == Long.class);
		}
		if (plain == JsonNode.class) {
			return new Anything();
		}
		if (plain.isEnum()) {
			return new OneOf(Arrays.stream(plain.getEnumConstants())
				.map((word) -> ((Enum<?>) word).name().toLowerCase(Locale.ROOT))
				.toList());
		}
		return of(plain);
	}

	private static Shape text(AnnotatedElement marks) {
		if (marks.isAnnotationPresent(Identifier.class)) {
			return new Matching(IDENTIFIER, "an id of 1 to 128 letters, digits, '.', '_' or '-'");
		}
		if (marks.isAnnotationPresent(Link.class)) {
			return new Matching(LINK, "an http(s) URL or a path that begins with a single '/'");
		}
		Line line = marks.getAnnotation(Line.class);
		return (line != null) ? new Text(line.max(), true) : new Text(LONG_TEXT, false);
	}

	@Override
	public void check(JsonNode value, String pointer, Consumer<Violation> faults) {
		if (!value.isObject()) {
			faults.accept(Shape.wrong(pointer, "an object", value));
			return;
		}
		this.fields.forEach((name, field) -> {
			JsonNode found = value.get(name);
			if (found != null && !found.isNull()) {
				field.shape().check(found, pointer + '/' + name, faults);
			}
			else if (field.required()) {
				faults.accept(new Violation(pointer + '/' + name,
						(found == null) ? "is required, but missing" : "is required, but null"));
			}
		});
	}

	/** How many fields this model does not know, at any depth. */
	int unknownFields(JsonNode object) {
		int count = 0;
		for (Map.Entry<String, JsonNode> property : object.properties()) {
			Field field = this.fields.get(property.getKey());
			count += (field != null) ? unknownFields(field.shape(), property.getValue()) : 1;
		}
		return count;
	}

	private static int unknownFields(Shape shape, JsonNode value) {
		if (shape instanceof ObjectShape nested && value.isObject()) {
			return nested.unknownFields(value);
		}
		if (shape instanceof Many many && value.isArray()) {
			return value.valueStream().mapToInt((item) -> unknownFields(many.item(), item)).sum();
		}
		return 0;
	}

	@Override
	public Map<String, Object> jsonSchema() {
		Map<String, Object> properties = new LinkedHashMap<>();
		List<String> required = new ArrayList<>();
		this.fields.forEach((name, field) -> {
			properties.put(name, field.required() ? field.shape().jsonSchema() : orNull(field.shape().jsonSchema()));
			if (field.required()) {
				required.add(name);
			}
		});
		Map<String, Object> schema = new LinkedHashMap<>();
		schema.put("type", "object");
		schema.put("properties", properties);
		schema.put("required", required);
		return schema;
	}

	/** What may be missing may also be null. */
	private static Map<String, Object> orNull(Map<String, Object> schema) {
		Map<String, Object> widened = new LinkedHashMap<>(schema);
		widened.computeIfPresent("type", (keyword, type) -> List.of(type, "null"));
		return widened;
	}

}
