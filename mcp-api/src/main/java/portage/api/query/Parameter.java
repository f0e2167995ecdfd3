package portage.api.query;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One argument a caller may give: what its JSON Schema says and what is checked stand
 * side by side.
 *
 * @param <T> what it is read as
 * @param name how callers call it
 * @param schema its JSON Schema (2020-12), with a description for agents
 * @param required whether it must be given
 * @param otherwise what it is if it is not given; null for nothing
 * @param reading how it is read
 */
public record Parameter<T>(String name, Map<String, Object> schema, boolean required, @Nullable T otherwise,
		Reading<T> reading) {

	private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9._-]{1,128}");

	private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T.+");

	/** Reads a value, or reports what is wrong with it and answers null. */
	@FunctionalInterface
	interface Reading<T> {

		@Nullable T read(JsonNode given, Consumer<String> fault);

	}

	/** One of a few words. */
	public static Parameter<String> word(String name, List<String> words, String description) {
		Map<String, Object> schema = schema("string", description);
		schema.put("enum", words);
		return of(name, schema, "one of " + String.join(", ", words),
				(given) -> (given.isString() && words.contains(given.stringValue())) ? given.stringValue() : null);
	}

	/** A whole number between two bounds, both inclusive. */
	public static Parameter<Integer> wholeNumber(String name, int least, int most, String description) {
		Map<String, Object> schema = schema("integer", description);
		schema.put("minimum", least);
		schema.put("maximum", most);
		return of(name, schema, "a whole number from %,d to %,d".formatted(least, most),
				(given) -> isWholeWithin(given, least, most) ? given.decimalValue().intValueExact() : null);
	}

	private static boolean isWholeWithin(JsonNode given, int least, int most) {
		return given.isNumber() && given.canConvertToExactIntegral()
				&& given.decimalValue().compareTo(BigDecimal.valueOf(least)) >= 0
				&& given.decimalValue().compareTo(BigDecimal.valueOf(most)) <= 0;
	}

	/** A text of 1 to so many code points. */
	public static Parameter<String> text(String name, int most, String description) {
		Map<String, Object> schema = schema("string", description);
		schema.put("minLength", 1);
		schema.put("maxLength", most);
		return of(name, schema, "a text of 1 to %,d characters".formatted(most),
				(given) -> (given.isString() && isTextWithin(given.stringValue(), most)) ? given.stringValue() : null);
	}

	/**
	 * A lone surrogate has no UTF-8: Redis would look for a question mark in its place.
	 */
	private static boolean isTextWithin(String text, int most) {
		return !text.isEmpty() && text.codePointCount(0, text.length()) <= most
				&& StandardCharsets.UTF_8.newEncoder().canEncode(text);
	}

	/** The id of a document. */
	public static Parameter<String> id(String name, String description) {
		Map<String, Object> schema = schema("string", description);
		schema.put("pattern", "^" + IDENTIFIER.pattern() + "$");
		return of(name, schema, "an id of 1 to 128 letters, digits, '.', '_' or '-'",
				(given) -> (given.isString() && IDENTIFIER.matcher(given.stringValue()).matches()) ? given.stringValue()
						: null);
	}

	/** True or false. */
	public static Parameter<Boolean> flag(String name, String description) {
		return of(name, schema("boolean", description), "true or false",
				(given) -> given.isBoolean() ? given.booleanValue() : null);
	}

	/** A moment of the years 0000 to 9999. */
	public static Parameter<Instant> moment(String name, String description) {
		Map<String, Object> schema = schema("string", description);
		schema.put("format", "date-time");
		return of(name, schema, "an ISO-8601 instant like 2026-01-31T09:30:00Z",
				(given) -> given.isString() ? momentOf(given.stringValue()) : null);
	}

	private static @Nullable Instant momentOf(String text) {
		try {
			return MOMENT.matcher(text).matches() ? Instant.parse(text) : null;
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	/** A JSON object with at least one field. */
	public static Parameter<ObjectNode> object(String name, String description) {
		Map<String, Object> schema = schema("object", description);
		schema.put("minProperties", 1);
		return of(name, schema, "an object with at least one field",
				(given) -> (given instanceof ObjectNode object && !object.isEmpty()) ? object : null);
	}

	/** The same, to be given always. */
	public Parameter<T> mandatory() {
		return new Parameter<>(this.name, this.schema, true, null, this.reading);
	}

	/** The same, with what it is if it is not given. */
	public Parameter<T> orElse(T value) {
		Map<String, Object> described = new LinkedHashMap<>(this.schema);
		described.put("default", value);
		return new Parameter<>(this.name, described, false, value, this.reading);
	}

	private static Map<String, Object> schema(String type, String description) {
		Map<String, Object> schema = new LinkedHashMap<>();
		schema.put("type", type);
		schema.put("description", description);
		return schema;
	}

	private static <T> Parameter<T> of(String name, Map<String, Object> schema, String expected, Attempt<T> attempt) {
		return new Parameter<>(name, schema, false, null, (given, fault) -> {
			T value = attempt.on(given);
			if (value == null) {
				fault.accept("must be " + expected + ", but is " + Shown.of(given));
			}
			return value;
		});
	}

	/** Reads a value, or answers null if it is none of its kind. */
	@FunctionalInterface
	private interface Attempt<T> {

		@Nullable T on(JsonNode given);

	}

}
