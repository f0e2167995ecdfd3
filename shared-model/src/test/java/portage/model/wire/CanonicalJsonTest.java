package portage.model.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import portage.model.content.ContentType;
import portage.model.content.Examples;

import static org.assertj.core.api.Assertions.assertThat;

class CanonicalJsonTest {

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	/** A number is its value, whatever Java type holds it. */
	private static final Comparator<JsonNode> SAME_VALUE = (left, right) -> (left.isNumber() && right.isNumber())
			? left.decimalValue().compareTo(right.decimalValue()) : left.equals(right) ? 0 : 1;

	/**
	 * Both processes, and every release, must write these very bytes: digests and
	 * comparisons rest on them.
	 */
	@Test
	void isTheGoldenFile() throws IOException {
		ObjectNode document = (ObjectNode) CanonicalJson.tree(golden("project.json"));
		assertThat(text(CanonicalJson.bytes(ContentType.PROJECT, document)))
			.isEqualTo(text(golden("project.canonical.json")).stripTrailing());
	}

	@ParameterizedTest
	@CsvSource({ "1.10, 1.10", "0, 0", "1E+5, 1E+5", "1e5, 1E+5", "1.0E-7, 1.0E-7", "0.00, 0.00", "1e-400, 1E-400",
			"123456789012345678901234567890, 123456789012345678901234567890", "9007199254740993, 9007199254740993",
			"0.1000000000000000055511151231257827, 0.1000000000000000055511151231257827" })
	void keepsEveryDigitOfANumber(String number, String canonical) {
		assertThat(text(CanonicalJson.bytes(CanonicalJson.STRICT.readTree("[" + number + "]"))))
			.isEqualTo("[" + canonical + "]");
	}

	/** The one thing that is lost, and no reader of JSON numbers can tell. */
	@ParameterizedTest
	@CsvSource({ "-0, 0", "-0.0, 0.0" })
	void writesZeroWithoutASign(String number, String canonical) {
		keepsEveryDigitOfANumber(number, canonical);
	}

	@ParameterizedTest
	@EnumSource
	void equalDocumentsHaveEqualBytes(ContentType type) {
		Random random = new Random(20260131);
		for (int i = 0; i < 200; i++) {
			ObjectNode document = Examples.of(type);
			addUnknown(document, random);
			byte[] canonical = CanonicalJson.bytes(type, document);
			assertThat(CanonicalJson.bytes(type, (ObjectNode) shuffled(document, random))).isEqualTo(canonical);
			ObjectNode readBack = (ObjectNode) CanonicalJson.tree(canonical);
			assertThat(CanonicalJson.bytes(type, readBack)).as("written again").isEqualTo(canonical);
			assertThat(CanonicalJson.bytes(readBack)).as("canonical as it stands").isEqualTo(canonical);
			assertThat(readBack.equals(SAME_VALUE, document)).as("%s read from %s", readBack, document).isTrue();
		}
	}

	@Test
	void otherValuesHaveOtherBytes() {
		ObjectNode absent = Examples.of(ContentType.PROJECT);
		ObjectNode explicit = Examples.with(Examples.of(ContentType.PROJECT), "/solution/demoLink", "null");
		assertThat(CanonicalJson.bytes(ContentType.PROJECT, absent))
			.isNotEqualTo(CanonicalJson.bytes(ContentType.PROJECT, explicit));
	}

	private static void addUnknown(ObjectNode document, Random random) {
		for (int i = random.nextInt(5); i >= 0; i--) {
			document.set("u" + random.nextInt(100), value(random, 0));
			document.withObject("/metadata").set("é" + random.nextInt(100), value(random, 0));
		}
	}

	private static JsonNode value(Random random, int depth) {
		return switch (random.nextInt((depth < 3) ? 7 : 5)) {
			case 0 -> NODES.nullNode();
			case 1 -> NODES.booleanNode(random.nextBoolean());
			case 2 -> CanonicalJson.STRICT
				.readTree(random.nextInt(100) + "." + random.nextInt(10) + "0e" + random.nextInt(9));
			case 3 -> CanonicalJson.STRICT.readTree(Long.toString(random.nextLong()));
			case 4 -> NODES.stringNode(text(random));
			case 5 -> {
				ArrayNode array = NODES.arrayNode();
				for (int i = random.nextInt(4); i > 0; i--) {
					array.add(value(random, depth + 1));
				}
				yield array;
			}
			default -> {
				ObjectNode object = NODES.objectNode();
				for (int i = random.nextInt(5); i > 0; i--) {
					object.set(text(random), value(random, depth + 1));
				}
				yield object;
			}
		};
	}

	private static String text(Random random) {
		return random.ints(random.nextInt(6), 0x20, 0xD800)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.append((random.nextInt(4) == 0) ? "😀" : "")
			.toString();
	}

	private static JsonNode shuffled(JsonNode value, Random random) {
		if (value instanceof ObjectNode object) {
			List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(object.properties());
			Collections.shuffle(fields, random);
			ObjectNode result = NODES.objectNode();
			fields.forEach((field) -> result.set(field.getKey(), shuffled(field.getValue(), random)));
			return result;
		}
		if (value instanceof ArrayNode array) {
			ArrayNode result = NODES.arrayNode();
			array.forEach((item) -> result.add(shuffled(item, random)));
			return result;
		}
		return value;
	}

	private static byte[] golden(String name) throws IOException {
		try (InputStream in = CanonicalJsonTest.class.getResourceAsStream("/golden/" + name)) {
			return in.readAllBytes();
		}
	}

	private static String text(byte[] bytes) {
		return new String(bytes, StandardCharsets.UTF_8);
	}

}
