package portage.model.content;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class FacetsTest {

	@Test
	void projectsAndResourcesAreFoundByStatusFeaturedAndEachTagOnce() {
		for (ContentType type : new ContentType[] { ContentType.PROJECT, ContentType.RESOURCE }) {
			ObjectNode document = Examples.with(Examples.of(type), "/tags", "[\"a: b\",\"é\",\"a: b\"]");
			assertThat(Facets.of(type, document)).containsExactly("status:published", "featured:false", "tag:a: b",
					"tag:é");
			assertThat(Facets.listingScore(type, document, 7)).isEqualTo(7);
		}
	}

	@Test
	void auditEntriesAreFoundByWhoWhatAndWhere() {
		ObjectNode entry = Examples.of(ContentType.AUDIT);
		assertThat(Facets.of(ContentType.AUDIT, entry)).containsExactly(Facets.action("read"), Facets.source("mcp"),
				Facets.entityType("project"), Facets.entityId("p"));
	}

	@Test
	void auditEntriesAreListedByTheirTime() {
		ObjectNode entry = Examples.of(ContentType.AUDIT).put("timestamp", "1970-01-01T01:00:00.0019+01:00");
		assertThat(Facets.listingScore(ContentType.AUDIT, entry, 7)).isEqualTo(1);
		entry.put("timestamp", "9999-12-31T23:59:59.999Z");
		assertThat(Facets.listingScore(ContentType.AUDIT, entry, 7)).isEqualTo(253_402_300_799_999L)
			.as("a score that a sorted set holds exactly")
			.isLessThan(1L << 53);
	}

}
