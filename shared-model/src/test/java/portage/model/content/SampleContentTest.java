package portage.model.content;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

import portage.model.source.Checkpoint;
import portage.model.source.Document;
import portage.model.source.DocumentReader;
import portage.model.source.SourceForm;
import portage.model.source.SourceItem;
import portage.model.wire.CanonicalJson;

import static org.assertj.core.api.Assertions.assertThat;

/** What ships as sample is what the design asks for, and has every peculiarity. */
class SampleContentTest {

	@ParameterizedTest
	@EnumSource
	void isAcceptedWholeAndHasEachIdOnce(ContentType type) throws IOException {
		List<Document> documents = documents(type);
		assertThat(documents).extracting(Document::id).doesNotHaveDuplicates();
	}

	@Test
	void hasAsManyDocumentsAsTheDesignAsksFor() throws IOException {
		assertThat(documents(ContentType.PROJECT)).hasSizeGreaterThanOrEqualTo(6);
		assertThat(documents(ContentType.RESOURCE)).hasSizeGreaterThanOrEqualTo(8);
		assertThat(documents(ContentType.AUDIT)).hasSizeBetween(18, 25);
	}

	@ParameterizedTest
	@EnumSource(names = { "PROJECT", "RESOURCE" })
	void hasDraftsAnArchivedOneRelativeLinksAndAccents(ContentType type) throws IOException {
		List<Document> documents = documents(type);
		assertThat(documents).filteredOn((document) -> document.facets().contains("status:draft")).isNotEmpty();
		assertThat(documents).filteredOn((document) -> document.facets().contains("status:archived")).isNotEmpty();
		assertThat(documents).filteredOn((document) -> document.tree().get("image").stringValue().startsWith("/"))
			.isNotEmpty();
		Predicate<Document> accents = (
				document) -> document.tree().get("description").stringValue().matches(".*[éèàç].*");
		assertThat(documents).anyMatch(accents).anyMatch(accents.negate());
		assertThat(documents).anyMatch((document) -> document.unknownFields() > 0);
	}

	@ParameterizedTest
	@EnumSource
	void bindsToItsRecordWithEveryField(ContentType type) throws IOException {
		for (Document document : documents(type)) {
			Record bound = CanonicalJson.STRICT.treeToValue(document.tree(), type.model());
			JsonNode held = CanonicalJson.STRICT.valueToTree(bound);
			assertThat(document.tree().propertyNames())
				.allMatch((name) -> held.has(name) || held.get("unknown").has(name));
		}
	}

	@Test
	void hasAuditEntriesAboutDocumentsItHas() throws IOException {
		Set<String> ids = new HashSet<>();
		documents(ContentType.PROJECT).forEach((document) -> ids.add("project " + document.id()));
		documents(ContentType.RESOURCE).forEach((document) -> ids.add("resource " + document.id()));
		assertThat(documents(ContentType.AUDIT)).map(Document::tree)
			.filteredOn((entry) -> !entry.get("action").stringValue().equals("delete"))
			.extracting((entry) -> entry.get("entityType").stringValue() + " " + entry.get("entityId").stringValue())
			.isSubsetOf(ids);
	}

	private static List<Document> documents(ContentType type) throws IOException {
		String file = type.plural() + ".json";
		List<Document> documents = new ArrayList<>();
		try (InputStream in = SampleContentTest.class.getResourceAsStream("/content/" + file)) {
			DocumentReader reader = new DocumentReader(type, in, file, SourceForm.ARRAY, Checkpoint.START);
			for (SourceItem item = reader.next(); item != null; item = reader.next()) {
				assertThat(item).isInstanceOf(Document.class);
				documents.add((Document) item);
			}
		}
		return documents;
	}

}
