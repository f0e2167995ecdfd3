package portage.model.content;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import portage.model.wire.CanonicalJson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

class ContentSchemaTest {

	private static final String ID_RULE = "must be an id of 1 to 128 letters, digits, '.', '_' or '-', but is ";

	private static final String LINK_RULE = "must be an http(s) URL or a path that begins with a single '/', but is ";

	private static final String TIME_RULE = "must be an ISO-8601 instant like 2026-01-31T09:30:00Z, but is ";

	/** A value at the bound of a rule, one beyond, and what is said of that. */
	record Bound(ContentType type, String pointer, String good, String bad, String reason) {

		@Override
		public String toString() {
			return this.type.key() + " " + this.pointer + ": " + this.reason;
		}

	}

	@ParameterizedTest
	@MethodSource("bounds")
	void acceptsWhatIsAtTheBound(Bound bound) {
		ObjectNode document = Examples.with(Examples.of(bound.type()), bound.pointer(), bound.good());
		assertThat(violations(bound.type(), document)).isEmpty();
		assertThatNoException().isThrownBy(() -> CanonicalJson.STRICT.treeToValue(document, bound.type().model()));
	}

	@ParameterizedTest
	@MethodSource("bounds")
	void refusesWhatIsBeyond(Bound bound) {
		ObjectNode document = Examples.with(Examples.of(bound.type()), bound.pointer(), bound.bad());
		String place = (bound.reason().startsWith("/") ? "" : bound.pointer() + ": ");
		assertThat(violations(bound.type(), document)).containsExactly(place + bound.reason());
	}

	static Stream<Bound> bounds() {
		return Stream.of(ids(), texts(), lists(), words(), numbers(), moments()).flatMap((bounds) -> bounds);
	}

	private static Stream<Bound> ids() {
		return Stream.concat(
				Stream.of(ContentType.values())
					.map((type) -> new Bound(type, "/id", text("x", 128), text("x", 129),
							ID_RULE + "the text \"" + "x".repeat(60) + "…\"")),
				Stream.of(new Bound(ContentType.PROJECT, "/id", "\"A-z_0.9\"", "\"é\"", ID_RULE + "the text \"é\""),
						new Bound(ContentType.PROJECT, "/id", "\".\"", "\"\"", ID_RULE + "the text \"\""),
						new Bound(ContentType.PROJECT, "/id", "\"1\"", "1", ID_RULE + "the number 1"),
						new Bound(ContentType.PROJECT, "/id", "\"a\"", "\"a/b\"", ID_RULE + "the text \"a/b\""),
						new Bound(ContentType.PROJECT, "/id", "\"a\"", "\"a}\"", ID_RULE + "the text \"a}\""),
						new Bound(ContentType.AUDIT, "/entityId", text("x", 128), "null", "is required, but null")));
	}

	private static Stream<Bound> texts() {
		Stream<Bound> titles = Stream.of("/title", "/insight/title")
			.map((title) -> new Bound(ContentType.PROJECT, title, text("😀", 200), text("😀", 201),
					"may hold 200 characters, but holds 201"));
		Stream<Bound> longTexts = Stream
			.of("/result", "/challenge", "/description", "/client/type", "/solution/description", "/testimonial/text",
					"/insight/text")
			.map((field) -> new Bound(ContentType.PROJECT, field, text("é", 10_000), text("é", 10_001),
					"may hold 10,000 characters, but holds 10,001"));
		return Stream.concat(Stream.concat(titles, longTexts),
				Stream.of(new Bound(ContentType.RESOURCE, "/title", "\" x \"", "\" \"", "must not be blank"),
						new Bound(ContentType.RESOURCE, "/title", "\"ﷺ\"", "\"a\\nb\"",
								"must be one line, but has a line break or a tab"),
						new Bound(ContentType.RESOURCE, "/title", "\"a\u00A0b\"", "\"a\\tb\"",
								"must be one line, but has a line break or a tab"),
						new Bound(ContentType.RESOURCE, "/description", "\"a\\r\\n\\tb\"", "{}",
								"must be a text, but is an object"),
						new Bound(ContentType.RESOURCE, "/longDescription", text("x", 10_000), "[]",
								"must be a text, but is an array"),
						new Bound(ContentType.PROJECT, "/client", "{\"type\":\"\",\"size\":\"\",\"objective\":\"\"}",
								"\"x\"", "must be an object, but is the text \"x\"")));
	}

	private static Stream<Bound> lists() {
		return Stream.of(
				new Bound(ContentType.PROJECT, "/tags", list("\"x\"", 20), list("\"x\"", 21),
						"may hold 20 items, but holds 21"),
				new Bound(ContentType.RESOURCE, "/tags", list("\"x\"", 20), list("\"x\"", 21),
						"may hold 20 items, but holds 21"),
				new Bound(ContentType.PROJECT, "/solution/screenshots", list("\"/x\"", 20), list("\"/x\"", 21),
						"may hold 20 items, but holds 21"),
				new Bound(ContentType.RESOURCE, "/gallery", list("\"/x\"", 40), list("\"/x\"", 41),
						"may hold 40 items, but holds 41"),
				new Bound(ContentType.PROJECT, "/results", list("\"\"", 500), "\"x\"",
						"must be an array, but is the text \"x\""),
				new Bound(ContentType.PROJECT, "/tags", list(text("x", 200), 2), "[\"ok\"," + text("x", 201) + "]",
						"/tags/1: may hold 200 characters, but holds 201"),
				new Bound(ContentType.PROJECT, "/tags", "[]", "[null]", "/tags/0: must be a text, but is null"),
				new Bound(ContentType.AUDIT, "/changes", "[{\"field\":\"a\",\"oldValue\":[{\"x\":1.10}]}]",
						"[{\"oldValue\":1}]", "/changes/0/field: is required, but missing"));
	}

	private static Stream<Bound> words() {
		return Stream.of(
				new Bound(ContentType.PROJECT, "/metadata/status", "\"archived\"", "\"Draft\"",
						"must be one of published, draft, archived, but is the text \"Draft\""),
				new Bound(ContentType.PROJECT, "/metadata/featured", "true", "\"true\"",
						"must be true or false, but is the text \"true\""),
				new Bound(ContentType.AUDIT, "/action", "\"delete\"", "\"drop\"",
						"must be one of create, update, delete, read, but is the text \"drop\""),
				new Bound(ContentType.AUDIT, "/entityType", "\"resource\"", "\"audit\"",
						"must be one of project, resource, but is the text \"audit\""),
				new Bound(ContentType.AUDIT, "/source", "\"migration\"", "true",
						"must be one of mcp, api, admin, migration, but is the boolean true"));
	}

	private static Stream<Bound> numbers() {
		String whole = "must be a whole number, 0 or more, but is the number ";
		return Stream.of(
				new Bound(ContentType.RESOURCE, "/price", "0", "-0.01",
						"must be a number, 0 or more, but is the number -0.01"),
				new Bound(ContentType.RESOURCE, "/price", "123456789012345678901234567890.10", "\"free\"",
						"must be a number, 0 or more, but is the text \"free\""),
				new Bound(ContentType.RESOURCE, "/price", "1e308", "1e999",
						"must fit a 64-bit floating-point number, which is what clients read, but is 1E+999"),
				new Bound(ContentType.RESOURCE, "/metadata/downloadCount", "9223372036854775807", "9223372036854775808",
						whole + "9223372036854775808"),
				new Bound(ContentType.RESOURCE, "/metadata/downloadCount", "0", "-1", whole + "-1"),
				new Bound(ContentType.RESOURCE, "/metadata/downloadCount", "null", "1.5", whole + "1.5"));
	}

	private static Stream<Bound> moments() {
		return Stream.of(
				new Bound(ContentType.AUDIT, "/timestamp", "\"0000-01-01T00:00:00Z\"", "\"+10000-01-01T00:00:00Z\"",
						TIME_RULE + "the text \"+10000-01-01T00:00:00Z\""),
				new Bound(ContentType.AUDIT, "/timestamp", "\"9999-12-31T23:59:59.999999999Z\"",
						"\"-0001-12-31T23:59:59Z\"", TIME_RULE + "the text \"-0001-12-31T23:59:59Z\""),
				new Bound(ContentType.PROJECT, "/metadata/createdAt", "\"2024-02-29T00:00:00Z\"",
						"\"2026-02-29T00:00:00Z\"", TIME_RULE + "the text \"2026-02-29T00:00:00Z\""),
				new Bound(ContentType.PROJECT, "/metadata/updatedAt", "\"2026-01-31T09:30:00+01:00\"",
						"\"2026-01-31 09:30\"", TIME_RULE + "the text \"2026-01-31 09:30\""),
				new Bound(ContentType.PROJECT, "/metadata/updatedAt", "\"2026-01-31T09:30:00.5Z\"",
						"\"2026-01-31T09:30:00\"", TIME_RULE + "the text \"2026-01-31T09:30:00\""),
				new Bound(ContentType.RESOURCE, "/metadata/createdAt", "\"2026-01-31T09:30:00Z\"", "1769851800",
						TIME_RULE + "the number 1769851800"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/a", "/a//b", "/é?x=1#y", "http://a", "https://a.example:8080/x?y#z",
			"HTTPS://a.example", "https://[::1]/" })
	void acceptsLinks(String link) {
		assertThat(violations(ContentType.PROJECT, Examples.of(ContentType.PROJECT).put("image", link))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a", "//evil.example", "/\\\\evil.example", "/a b", "javascript:alert(1)",
			"JAVASCRIPT:alert(1)", "data:text/html,x", "ftp://a.example", "http://", "https:///x", "http:a", " /a",
			"https://a b", "https://a\\\\b", "https://?x" })
	void refusesLinksThatLeadElsewhere(String link) {
		for (String field : List.of("/image", "/testimonial/avatar", "/solution/videoUrl", "/solution/demoLink")) {
			ObjectNode document = Examples.with(Examples.of(ContentType.PROJECT), field, '"' + link + '"');
			assertThat(violations(ContentType.PROJECT, document)).singleElement()
				.asString()
				.startsWith(field + ": " + LINK_RULE);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "\\u0000", "\\u001b", "\\u007f", "\\u0085", "\\u202e", "\\u2066", "\\ud800" })
	void refusesCharactersThatHideSomething(String character) {
		String reason = "holds U+" + character.substring(2).toUpperCase(Locale.ROOT)
				+ " at character 2; control characters, bidirectional overrides and lone surrogates are refused";
		String text = "\"é" + character + "\"";
		ObjectNode document = Examples.of(ContentType.RESOURCE);
		Examples.with(document, "/description", text);
		Examples.with(document, "/unknown", "{\"deep\":[" + text + "]}");
		document.withObject("/metadata").set("n/" + CanonicalJson.STRICT.readTree(text).stringValue(), null);
		List<String> found = violations(ContentType.RESOURCE, document);
		assertThat(found).hasSize(3);
		assertThat(found.get(0)).isEqualTo("/description: it " + reason);
		assertThat(found.get(1)).startsWith("/metadata/n~1é").endsWith(": its name " + reason.replace("2;", "4;"));
		assertThat(found.get(2)).isEqualTo("/unknown/deep/0: it " + reason);
	}

	@Test
	void reportsEveryViolationInTheOrderOfTheFields() {
		JsonNode document = CanonicalJson.STRICT.readTree("{\"tags\":[\"\",\"\\t\"],\"price\":-1,\"gallery\":7}");
		assertThat(violations(ContentType.RESOURCE, document)).containsExactly("/id: is required, but missing",
				"/title: is required, but missing", "/description: is required, but missing",
				"/longDescription: is required, but missing", "/image: is required, but missing",
				"/tags/0: must not be blank", "/tags/1: must not be blank",
				"/tags/1: must be one line, but has a line break or a tab",
				"/price: must be a number, 0 or more, but is the number -1", "/downloadLink: is required, but missing",
				"/gallery: must be an array, but is the number 7", "/metadata: is required, but missing");
	}

	@ParameterizedTest
	@EnumSource
	void acceptsTheSmallestDocumentAndCountsNothingUnknown(ContentType type) {
		ObjectNode document = Examples.of(type);
		assertThat(violations(type, document)).isEmpty();
		assertThat(ContentSchema.of(type).unknownFields(document)).isZero();
	}

	@Test
	void countsUnknownFieldsAtEveryKnownPlace() {
		ObjectNode document = Examples.of(ContentType.AUDIT);
		Examples.with(document, "/x", "{\"not\":1,\"counted\":2}");
		Examples.with(document, "/metadata/y", "null");
		Examples.with(document, "/changes",
				"[{\"field\":\"a\",\"z\":1,\"newValue\":{\"not\":1}},{\"field\":\"b\",\"z\":2}]");
		assertThat(violations(ContentType.AUDIT, document)).isEmpty();
		assertThat(ContentSchema.of(ContentType.AUDIT).unknownFields(document)).isEqualTo(4);
	}

	@Test
	void neverPrintsHiddenCharactersOrLongTextsBack() {
		ObjectNode document = Examples.with(Examples.of(ContentType.PROJECT), "/metadata/status",
				"\"\\u202e" + "x".repeat(100) + "\"");
		assertThat(violations(ContentType.PROJECT, document).get(0)).endsWith("\"\uFFFD" + "x".repeat(59) + "…\"");
	}

	private static List<String> violations(ContentType type, JsonNode document) {
		return ContentSchema.of(type)
			.violations(document)
			.stream()
			.map((violation) -> violation.pointer() + ": " + violation.reason())
			.toList();
	}

	private static String text(String character, int count) {
		return '"' + character.repeat(count) + '"';
	}

	private static String list(String item, int count) {
		return "[" + (item + ",").repeat(count - 1) + item + "]";
	}

}
