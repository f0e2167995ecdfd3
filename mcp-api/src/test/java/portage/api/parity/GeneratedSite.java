package portage.api.parity;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

import portage.model.content.ContentType;
import portage.model.wire.CanonicalJson;

/**
 * Three source files with whatever could tell two stores apart: odd ids and tags, equal
 * times, drafts, numbers with digits to lose, unknown fields, explicit nulls, duplicates,
 * and elements that are rejected.
 */
final class GeneratedSite {

	static final List<String> TAGS = List.of("java", "Java", "deux mots", "été", "e\u0301te\u0301", "a:b",
			"status:draft", "*", "100 %", "\"quoted\"", "🎉 日本", "featured:true");

	static final List<String> IDS = List.of("a", "A", ".", "..", "-", "_", "0", "00", "null", "a.b-c_d",
			"z".repeat(128));

	private static final List<String> NUMBERS = List.of("1.10", "1e5", "0", "0.0", "-0.0", "1E+2", "1.0e-7", "100",
			"12345678901234567890.1234567890", "9007199254740993");

	private static final List<String> TIMES = List.of("2024-05-01T10:00:00Z", "2024-05-01T10:00:00.000Z",
			"2024-05-01T12:00:00+02:00", "2024-05-01T10:00:00.0009Z", "2024-05-01T10:00:00.001Z",
			"1969-12-31T23:59:59.999Z", "1970-01-01T00:00:00Z", "0000-01-01T00:00:00Z",
			"9999-12-31T23:59:59.999999999Z", "2024-02-29T23:59:59Z");

	private static final List<String> REJECTS = List.of("null", "7", "\"text\"", "[]", "{}", "{\"id\":\"a b\"}",
			"{\"id\":\"x\",\"id\":\"y\"}", "{\"id\":\"\\u0007\"}");

	private final Random random;

	private GeneratedSite(Random random) {
		this.random = random;
	}

	/**
	 * Writes the files.
	 * @param most the most documents of a type
	 */
	static void write(Path directory, Random random, int most) throws IOException {
		for (ContentType type : ContentType.values()) {
			new GeneratedSite(random).write(directory, type, (most == 0) ? 0 : 1 + random.nextInt(most));
		}
	}

	private void write(Path directory, ContentType type, int count) throws IOException {
		List<String> elements = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			elements.add((this.random.nextInt(25) == 0) ? one(REJECTS)
					: CanonicalJson.STRICT.writeValueAsString(shuffled(document(type))));
		}
		switch (this.random.nextInt(3)) {
			case 0 ->
				Files.writeString(directory.resolve(type.plural() + ".jsonl"), String.join("\n", elements) + "\n");
			case 1 -> Files.writeString(directory.resolve(type.plural() + ".json"), array(elements));
			default -> {
				try (OutputStream out = new GZIPOutputStream(
						Files.newOutputStream(directory.resolve(type.plural() + ".json.gz")))) {
					out.write(array(elements).getBytes(StandardCharsets.UTF_8));
				}
			}
		}
	}

	private static String array(List<String> elements) {
		return elements.stream().collect(Collectors.joining(",\n", "[", "]"));
	}

	private ObjectNode document(ContentType type) {
		ObjectNode document = switch (type) {
			case PROJECT -> project();
			case RESOURCE -> resource();
			case AUDIT -> auditEntry();
		};
		document.put("id", (this.random.nextInt(4) == 0) ? one(IDS) : "d-" + this.random.nextInt(2000));
		if (this.random.nextInt(3) == 0) {
			document.putObject("zz unknown/field").putRawValue("n", new RawValue(one(NUMBERS))).putNull("null");
			document.putArray("aa").addRawValue(new RawValue(one(NUMBERS))).add(true).add("¡ñ\u2028");
		}
		return document;
	}

	private ObjectNode project() {
		ObjectNode project = object("title", "result", "challenge", "description").put("image", "/i.png");
		project.set("client", object("type", "size", "objective"));
		ObjectNode solution = object("description");
		List.of("tools", "features", "screenshots").forEach(solution::putArray);
		if (this.random.nextBoolean()) {
			solution.putNull("videoUrl").put("demoLink", "HTTPS://example.org/?q=é");
		}
		project.set("solution", solution);
		project.set("testimonial", object("text", "author").put("avatar", "/a.png"));
		project.putArray("results").add(text());
		project.set("insight", object("title", "text"));
		return listed(project);
	}

	private ObjectNode resource() {
		ObjectNode resource = object("title", "description", "longDescription").put("image", "/i.png")
			.put("downloadLink", "/d.pdf");
		resource.putRawValue("price", new RawValue(one(NUMBERS)));
		resource.putArray("gallery").add("/g.png");
		listed(resource);
		((ObjectNode) resource.get("metadata")).putRawValue("downloadCount",
				new RawValue(one(List.of("0", "3", "1e3", "2.0", "null"))));
		return resource;
	}

	private ObjectNode listed(ObjectNode document) {
		var tags = document.putArray("tags");
		for (int i = this.random.nextInt(4); i > 0; i--) {
			tags.add(one(TAGS)); // now and then the same one twice
		}
		document.putObject("metadata")
			.put("createdAt", one(TIMES))
			.put("updatedAt", one(TIMES))
			.put("featured", this.random.nextInt(3) == 0)
			.put("status", one(List.of("published", "published", "draft", "archived")));
		return document;
	}

	private ObjectNode auditEntry() {
		ObjectNode entry = JsonNodeFactory.instance.objectNode()
			.put("timestamp", one(TIMES))
			.put("action", one(List.of("create", "update", "delete", "read")))
			.put("entityType", one(List.of("project", "resource")))
			.put("entityId", one(IDS))
			.put("source", one(List.of("mcp", "api", "admin", "migration")));
		ObjectNode change = entry.putArray("changes").addObject().put("field", text());
		change.putRawValue("oldValue", new RawValue(one(NUMBERS))).putNull("newValue");
		entry.putObject("metadata");
		return entry;
	}

	private ObjectNode object(String... fields) {
		ObjectNode object = JsonNodeFactory.instance.objectNode();
		List.of(fields).forEach((field) -> object.put(field, text()));
		return object;
	}

	private String text() {
		return one(List.of("Text", "Œuvre «d’été»", "emoji 👩‍👩‍👧", "\u00A0\uFEFF", "long ".repeat(39)));
	}

	private ObjectNode shuffled(ObjectNode document) {
		List<String> names = new ArrayList<>(document.propertyNames());
		Collections.shuffle(names, this.random);
		ObjectNode shuffled = JsonNodeFactory.instance.objectNode();
		names.forEach((name) -> shuffled.set(name, document.get(name)));
		return shuffled;
	}

	private <T> T one(List<T> choices) {
		return choices.get(this.random.nextInt(choices.size()));
	}

}
