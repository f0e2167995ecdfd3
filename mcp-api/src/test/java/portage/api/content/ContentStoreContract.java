package portage.api.content;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import portage.api.content.PageQuery.Mark;
import portage.model.content.ContentType;
import portage.model.content.Facets;
import portage.model.source.Document;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every store answers for the same content; what is expected is found by plain
 * filtering and sorting.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ContentStoreContract {

	private static final long FIRST_MILLI = 1_700_000_000_000L;

	Path directory;

	private ContentStore store;

	private final Map<ContentType, List<Document>> listings = new HashMap<>();

	/** The store under test, over the files of a directory. */
	abstract ContentStore serving(Path directory);

	/** What each of its answers must say. */
	abstract Origin origin();

	@BeforeAll
	void generate(@TempDir Path files) throws IOException {
		this.directory = files;
		GeneratedContent.write(this.directory);
		this.store = serving(this.directory);
		for (ContentType type : ContentType.values()) {
			this.listings.put(type, GeneratedContent.listing(this.directory, type));
		}
	}

	@Test
	void findsEveryDocumentWithItsBytes() {
		this.listings.forEach((type, documents) -> documents.forEach((document) -> {
			Found found = this.store.find(type, document.id());
			assertThat(found.origin()).isEqualTo(origin());
			assertThat(found.document().map(this::plain)).contains(plain(document));
		}));
	}

	@Test
	void findsNothingUnderAnUnknownId() {
		for (ContentType type : ContentType.values()) {
			assertThat(this.store.find(type, "unknown")).isEqualTo(new Found(origin(), Optional.empty()));
		}
	}

	@Test
	void listsEverythingPageByPage() {
		for (ContentType type : ContentType.values()) {
			walk(type, List.of(), Long.MIN_VALUE, Long.MAX_VALUE, 1000);
			walk(type, List.of(), Long.MIN_VALUE, Long.MAX_VALUE, 77);
		}
	}

	@Test
	void listsWhatHasEveryFacet() {
		for (String tag : GeneratedContent.TAGS) {
			walk(ContentType.PROJECT, List.of(Facets.tag(tag)), Long.MIN_VALUE, Long.MAX_VALUE, 50);
			walk(ContentType.PROJECT, List.of(Facets.status("published"), Facets.tag(tag)), Long.MIN_VALUE,
					Long.MAX_VALUE, 7);
			walk(ContentType.PROJECT, List.of(Facets.tag(tag), Facets.featured(true), Facets.status("draft")),
					Long.MIN_VALUE, Long.MAX_VALUE, 3);
		}
		walk(ContentType.PROJECT, List.of(Facets.featured(false), Facets.status("published")), Long.MIN_VALUE,
				Long.MAX_VALUE, 40);
		walk(ContentType.PROJECT, List.of(Facets.tag("nowhere")), Long.MIN_VALUE, Long.MAX_VALUE, 10);
		walk(ContentType.PROJECT, List.of(Facets.status("draft"), Facets.tag("nowhere")), Long.MIN_VALUE,
				Long.MAX_VALUE, 10);
		walk(ContentType.PROJECT, List.of(Facets.status("draft"), Facets.status("draft")), Long.MIN_VALUE,
				Long.MAX_VALUE, 100);
	}

	@Test
	void listsWhatLiesWithinBounds() {
		List<List<String>> filters = List.of(List.of(), List.of(Facets.action("update")),
				List.of(Facets.entityId("e1"), Facets.action("read")));
		for (List<String> facets : filters) {
			walk(ContentType.AUDIT, facets, FIRST_MILLI + 100, FIRST_MILLI + 200, 60);
			walk(ContentType.AUDIT, facets, FIRST_MILLI + 150, FIRST_MILLI + 150, 2);
			walk(ContentType.AUDIT, facets, Long.MIN_VALUE, FIRST_MILLI + 20, 9);
			walk(ContentType.AUDIT, facets, FIRST_MILLI + 280, Long.MAX_VALUE, 11);
			walk(ContentType.AUDIT, facets, FIRST_MILLI + 200, FIRST_MILLI + 100, 5);
			walk(ContentType.AUDIT, facets, 0, 1, 5);
		}
		walk(ContentType.PROJECT, List.of(Facets.status("draft")), 100, 900, 33);
	}

	@Test
	void goesOnBehindAMarkThatIsGone() {
		Document gone = this.listings.get(ContentType.AUDIT).get(800);
		Mark after = new Mark(gone.score(), gone.id() + "~");
		PageQuery query = new PageQuery(ContentType.AUDIT, List.of(), Long.MIN_VALUE, Long.MAX_VALUE, 5, after);
		// Newest first, so an id that sorts behind another comes before it.
		assertThat(ids(this.store.page(query))).startsWith(gone.id());
	}

	@Test
	void counts() {
		List<String> facets = Stream
			.concat(GeneratedContent.TAGS.stream().map(Facets::tag),
					Stream.of(Facets.status("draft"), Facets.featured(true), Facets.action("read"),
							Facets.tag("nowhere")))
			.toList();
		this.listings.forEach((type, documents) -> {
			Counts counts = this.store.counts(type, facets);
			assertThat(counts.origin()).isEqualTo(origin());
			assertThat(counts.total()).isEqualTo(documents.size());
			assertThat(counts.lowestScore()).isEqualTo(documents.stream().mapToLong(Document::score).min());
			assertThat(counts.highestScore()).isEqualTo(documents.stream().mapToLong(Document::score).max());
			for (String facet : facets) {
				assertThat(counts.byFacet().get(facet)).as(facet)
					.isEqualTo(documents.stream().filter((document) -> document.facets().contains(facet)).count());
			}
		});
	}

	private void walk(ContentType type, List<String> facets, long lowest, long highest, int limit) {
		List<Document> expected = this.listings.get(type)
			.stream()
			.filter((document) -> document.facets().containsAll(facets))
			.filter((document) -> document.score() >= lowest && document.score() <= highest)
			.toList();
		List<String> walked = new ArrayList<>();
		Mark after = null;
		boolean more = true;
		while (more) {
			Page page = this.store.page(new PageQuery(type, facets, lowest, highest, limit, after));
			assertThat(page.origin()).isEqualTo(origin());
			assertThat(page.total()).as("total of %s %s", type, facets).isEqualTo(expected.size());
			page.documents().forEach((document) -> walked.add(plain(document)));
			more = page.more();
			if (more) {
				assertThat(page.documents()).hasSize(limit);
				StoredDocument last = page.documents().get(limit - 1);
				after = new Mark(last.score(), last.id());
			}
		}
		assertThat(walked).as("%s %s", type, facets).isEqualTo(expected.stream().map(this::plain).toList());
	}

	private List<String> ids(Page page) {
		return page.documents().stream().map(StoredDocument::id).toList();
	}

	private String plain(Document document) {
		return plain(new StoredDocument(document.id(), document.score(), document.json()));
	}

	private String plain(StoredDocument document) {
		return document.id() + " " + document.score() + " " + new String(document.json(), StandardCharsets.UTF_8);
	}

}
