package portage.model.content;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

/**
 * What a value must look like. Every shape reports all faults it finds, not only the
 * first.
 */
sealed interface Shape permits ObjectShape, Shape.Text, Shape.Matching, Shape.Moment, Shape.Flag, Shape.Amount,
		Shape.OneOf, Shape.Anything, Shape.Many {

	/** Reports the faults of a value that is neither absent nor null. */
	void check(JsonNode value, String pointer, Consumer<Violation> faults);

	/** The JSON Schema (2020-12) that says the same, as far as JSON Schema can. */
	Map<String, Object> jsonSchema();

	/** A wrong kind of value, said the same way everywhere. */
	static Violation wrong(String pointer, String expected, JsonNode found) {
		return new Violation(pointer, "must be " + expected + ", but is " + describe(found));
	}

	private static String describe(JsonNode found) {
		return switch (found.getNodeType()) {
			case OBJECT -> "an object";
			case ARRAY -> "an array";
			case STRING -> "the text " + quoted(found.stringValue());
			case NUMBER -> "the number " + found.asString();
			case BOOLEAN -> "the boolean " + found.booleanValue();
			default -> "null";
		};
	}

	/** A text shortened and stripped so that it can stand in a message. */
	static String quoted(String text) {
		String visible = text.codePoints()
			.limit(60)
			.map((c) -> Characters.isRefused(c, false) ? '\uFFFD' : c)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
		return '"' + visible + ((text.codePointCount(0, text.length()) > 60) ? "…\"" : "\"");
	}

	/**
	 * A JSON Schema of a type, in the order of its keywords, which {@code Map.of} would
	 * shuffle at every start.
	 */
	static Map<String, Object> schema(String type, String keyword, Object value) {
		Map<String, Object> schema = new LinkedHashMap<>();
		schema.put("type", type);
		schema.put(keyword, value);
		return schema;
	}

	/**
	 * A text of at most so many code points; a {@code line} is not blank and has no
	 * breaks.
	 */
	record Text(int max, boolean line) implements Shape {

		@Override
		public void check(JsonNode value, String pointer, Consumer<Violation> faults) {
			if (!value.isString()) {
				faults.accept(wrong(pointer, "a text", value));
				return;
			}
			String text = value.stringValue();
			int length = text.codePointCount(0, text.length());
			if (length > this.max) {
				faults.accept(
						new Violation(pointer, "may hold %,d characters, but holds %,d".formatted(this.max, length)));
			}
			if (this.line && text.isBlank()) {
				faults.accept(new Violation(pointer, "must not be blank"));
			}
			if (this.line && text.chars().anyMatch((c) -> c == '\n' || c == '\r' || c == '\t')) {
				faults.accept(new Violation(pointer, "must be one line, but has a line break or a tab"));
			}
		}

		@Override
		public Map<String, Object> jsonSchema() {
			return schema("string", "maxLength", this.max);
		}
	}

	/** A text that matches a pattern. */
	record Matching(Pattern pattern, String expected) implements Shape {

		@Override
		public void check(JsonNode value, String pointer, Consumer<Violation> faults) {
			if (!value.isString() || !this.pattern.matcher(value.stringValue()).matches()) {
				faults.accept(wrong(pointer, this.expected, value));
			}
		}

		@Override
		public Map<String, Object> jsonSchema() {
			return schema("string", "pattern", "^(?:" + this.pattern.pattern() + ")$");
		}
	}

	/** A moment of the years 0000 to 9999, which every client can read. */
	record Moment() implements Shape {

		private static final Pattern FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T.+");

		@Override
		public void check(JsonNode value, String pointer, Consumer<Violation> faults) {
			if (!value.isString() || !readable(value.stringValue())) {
				faults.accept(wrong(pointer, "an ISO-8601 instant like 2026-01-31T09:30:00Z", value));
			}
		}

		private static boolean readable(String text) {
			try {
				return FORM.matcher(text).matches() && Instant.parse(text) != null;
			}
			catch (DateTimeException ex) {
				return false;
			}
		}

		@Override
		public Map<String, Object> jsonSchema() {
			return schema("string", "format", "date-time");
		}
	}

	/** True or false. */
	record Flag() implements Shape {

		@Override
		public void check(JsonNode value, String pointer, Consumer<Violation> faults) {
			if (!value.isBoolean()) {
				faults.accept(wrong(pointer, "true or false", value));
			}
		}

		@Override
		public Map<String, Object> jsonSchema() {
			return Map.of("type", "boolean");
		}
	}

	/** A number that is not negative; {@code whole} means a 64-bit integer. */
	record Amount(boolean whole) implements Shape {

		@Override
		public void check(JsonNode value, String pointer, Consumer<Violation> faults) {
			String expected = this.whole ? "a whole number, 0 or more" : "a number, 0 or more";
			if (!value.isNumber() || (this.whole && !value.canConvertToExactIntegral())) {
				faults.accept(wrong(pointer, expected, value));
				return;
			}
			BigDecimal number = value.decimalValue();
			if (number.signum() < 0 || (this.whole && !value.canConvertToLong())) {
				faults.accept(wrong(pointer, expected, value));
			}
		}

		@Override
		public Map<String, Object> jsonSchema() {
			return schema(this.whole ? "integer" : "number", "minimum", 0);
		}
	}

	/** One of a few words. */
	record OneOf(List<String> words) implements Shape {

		@Override
		public void check(JsonNode value, String pointer, Consumer<Violation> faults) {
			if (!value.isString() || !this.words.contains(value.stringValue())) {
				faults.accept(wrong(pointer, "one of " + String.join(", ", this.words), value));
			}
		}

		@Override
		public Map<String, Object> jsonSchema() {
			return schema("string", "enum", this.words);
		}
	}

	/** Any JSON value. */
	record Anything() implements Shape {

		@Override
		public void check(JsonNode value, String pointer, Consumer<Violation> faults) {
			// Nothing is wrong with any value; texts and numbers in it are judged with
			// the document.
		}

		@Override
		public Map<String, Object> jsonSchema() {
			return Map.of();
		}
	}

	/** A list of at most so many items of one shape. */
	record Many(Shape item, int max) implements Shape {

		@Override
		public void check(JsonNode value, String pointer, Consumer<Violation> faults) {
			if (!value.isArray()) {
				faults.accept(wrong(pointer, "an array", value));
				return;
			}
			if (value.size() > this.max) {
				faults.accept(
						new Violation(pointer, "may hold %,d items, but holds %,d".formatted(this.max, value.size())));
			}
			for (int i = 0; i < value.size(); i++) {
				this.item.check(value.get(i), pointer + '/' + i, faults);
			}
		}

		@Override
		public Map<String, Object> jsonSchema() {
			Map<String, Object> schema = schema("array", "items", this.item.jsonSchema());
			if (this.max != Integer.MAX_VALUE) {
				schema.put("maxItems", this.max);
			}
			return schema;
		}
	}

}
