package portage.api.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import portage.model.content.ContentType;
import portage.model.source.Checkpoint;
import portage.model.source.Document;
import portage.model.source.DocumentReader;
import portage.model.source.SourceForm;
import portage.model.source.SourceItem;
import portage.model.wire.CanonicalJson;

/**
 * Content with whatever makes listing hard: gaps, duplicates, equal times, odd tags, more
 * than one batch of a script.
 */
final class GeneratedContent {

	static final List<String> TAGS = List.of("java", "Été à Paris", "a:b", "with space", "日本", "status:draft");

	private static final List<String> STATUSES = List.of("published", "draft", "archived");

	private static final List<String> ACTIONS = List.of("create", "update", "delete", "read");

	private static final String ID_CHARACTERS = "abzABZ019._-";

	private final Random random = new Random(20261123);

	private GeneratedContent() {
	}

	/** Writes the three files. */
	static void write(Path directory) throws IOException {
		GeneratedContent generated = new GeneratedContent();
		generated.write(directory, ContentType.PROJECT, 1200);
		generated.write(directory, ContentType.RESOURCE, 0);
		generated.write(directory, ContentType.AUDIT, 1700);
	}

	/**
	 * The good documents of one file in the order in which they are listed, found the
	 * plain way.
	 */
	static List<Document> listing(Path directory, ContentType type) throws IOException {
		Path file = directory.resolve(type.plural() + ".json");
		List<Document> documents = new ArrayList<>();
		Set<String> ids = new HashSet<>();
		try (InputStream in = Files.newInputStream(file)) {
			DocumentReader reader = new DocumentReader(type, in, file.toString(), SourceForm.ARRAY, Checkpoint.START);
			for (SourceItem item = reader.next(); item != null; item = reader.next()) {
				if (item instanceof Document document && ids.add(document.id())) {
					documents.add(document);
				}
			}
		}
		Comparator<Document> order = Comparator.comparing(Document::score).thenComparing(Document::id);
		documents.sort((type == ContentType.AUDIT) ? order.reversed() : order);
		return documents;
	}

	private void write(Path directory, ContentType type, int count) throws IOException {
		ObjectNode template = template(type);
		ArrayNode documents = JsonNodeFactory.instance.arrayNode();
		for (int i = 0; i < count; i++) {
			ObjectNode document = template.deepCopy();
			document.put("id", (this.random.nextInt(20) == 0) ? "again" : id());
			if (type == ContentType.AUDIT) {
				document.put("timestamp",
						Instant.ofEpochMilli(1_700_000_000_000L + this.random.nextInt(300)).toString());
				document.put("action", one(ACTIONS));
				document.put("entityId", "e" + this.random.nextInt(5));
			}
			else {
				ArrayNode tags = document.putArray("tags");
				TAGS.stream().filter((tag) -> this.random.nextInt(3) == 0).forEach(tags::add);
				ObjectNode metadata = (ObjectNode) document.get("metadata");
				metadata.put("status", one(STATUSES));
				metadata.put("featured", this.random.nextInt(10) == 0);
			}
			documents.add(document);
			if (this.random.nextInt(50) == 0) {
				documents.addNull();
			}
		}
		Files.write(directory.resolve(type.plural() + ".json"), CanonicalJson.bytes(documents));
	}

	private String id() {
		StringBuilder id = new StringBuilder();
		for (int i = this.random.nextInt(10) + 1; i >= 0; i--) {
			id.append(ID_CHARACTERS.charAt(this.random.nextInt(ID_CHARACTERS.length())));
		}
		return id.toString();
	}

	private String one(List<String> words) {
		return words.get(this.random.nextInt(words.size()));
	}

	private static ObjectNode template(ContentType type) throws IOException {
		try (InputStream in = GeneratedContent.class.getResourceAsStream("/content/" + type.plural() + ".json")) {
			JsonNode sample = CanonicalJson.STRICT.readTree(in);
			return (ObjectNode) sample.get(0);
		}
	}

}
