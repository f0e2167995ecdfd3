package portage.model.content;

import java.util.function.Consumer;

import tools.jackson.databind.JsonNode;

/**
 * What no text and no number of a document may hold, in known and in unknown fields
 * alike.
 */
final class Characters {

	private Characters() {
	}

	/** Reports texts with refused characters and numbers that no client could read. */
	static void check(JsonNode value, String pointer, Consumer<Violation> faults) {
		if (value.isObject()) {
			value.properties().forEach((field) -> {
				String below = pointer + '/' + Violation.escape(field.getKey());
				checkText(field.getKey(), below, "its name", faults);
				check(field.getValue(), below, faults);
			});
		}
		else if (value.isArray()) {
			for (int i = 0; i < value.size(); i++) {
				check(value.get(i), pointer + '/' + i, faults);
			}
		}
		else if (value.isString()) {
			checkText(value.stringValue(), pointer, "it", faults);
		}
		else if (value.isNumber() && Double.isInfinite(value.decimalValue().doubleValue())) {
			faults.accept(new Violation(pointer,
					"must fit a 64-bit floating-point number, which is what clients read, but is " + value.asString()));
		}
	}

	private static void checkText(String text, String pointer, String what, Consumer<Violation> faults) {
		for (int i = 0; i < text.length();) {
			int character = text.codePointAt(i);
			if (isRefused(character, true)) {
				faults.accept(new Violation(pointer, what
						+ " holds U+%04X at character %d; control characters, bidirectional overrides and lone surrogates are refused"
							.formatted(character, text.codePointCount(0, i) + 1)));
				return;
			}
			i += Character.charCount(character);
		}
	}

	/**
	 * Whether a character is refused.
	 * @param breaks whether tab, line feed and carriage return are allowed
	 * @see <a href="https://trojansource.codes/">Trojan Source: bidirectional overrides
	 * hide text</a>
	 */
	static boolean isRefused(int character, boolean breaks) {
		if (character == '\t' || character == '\n' || character == '\r') {
			return !breaks;
		}
		return Character.isISOControl(character) || (character >= 0x202A && character <= 0x202E)
				|| (character >= 0x2066 && character <= 0x2069) || (character >= 0xD800 && character <= 0xDFFF);
	}

}
