package portage.api.query;

import tools.jackson.databind.JsonNode;

/**
 * Values as they may stand in a message: short, and without characters that could fake
 * one.
 */
final class Shown {

	private static final int MOST = 60;

	private Shown() {
	}

	static String of(JsonNode value) {
		return switch (value.getNodeType()) {
			case OBJECT -> value.isEmpty() ? "an empty object" : "an object";
			case ARRAY -> "an array";
			case STRING -> "the text " + quoted(value.stringValue());
			case NUMBER -> "the number " + cut(value.asString());
			case BOOLEAN -> "the boolean " + value.booleanValue();
			default -> "null";
		};
	}

	static String quoted(String text) {
		return '"' + cut(text) + '"';
	}

	private static String cut(String text) {
		StringBuilder visible = new StringBuilder();
		text.codePoints().limit(MOST).map((c) -> isPlain(c) ? c : '\uFFFD').forEach(visible::appendCodePoint);
		return (text.codePointCount(0, text.length()) > MOST) ? visible.append('…').toString() : visible.toString();
	}

	private static boolean isPlain(int character) {
		return switch (Character.getType(character)) {
			case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
					Character.PARAGRAPH_SEPARATOR ->
				false;
			default -> true;
		};
	}

}
