package portage.api.tools;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import portage.api.content.ContentStore;
import portage.api.content.Counts;
import portage.api.content.Found;
import portage.api.content.Origin;
import portage.api.content.Page;
import portage.api.content.PageQuery;
import portage.api.content.StoreUnavailable;
import portage.model.content.ContentType;
import portage.model.wire.CanonicalJson;

import static org.assertj.core.api.Assertions.assertThat;

/** Failures that a running server shows only in bad times. */
class ToolboxTest {

	private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-23T12:00:00.123456Z"), ZoneOffset.UTC);

	@Test
	void aStoreThatCannotAnswerIsToldAsSuch() {
		JsonNode error = errorOf(new StoreUnavailable("redis at 10.0.0.7:6379 timed out"));
		assertThat(error.get("code").stringValue()).isEqualTo("STORE_UNAVAILABLE");
		assertThat(error.get("message").stringValue()).contains("Try again in a few seconds")
			.doesNotContain("10.0.0.7");
	}

	@Test
	void aFaultOfOursIsToldWithoutItsInnards() {
		JsonNode error = errorOf(new IllegalStateException("secret innards"));
		assertThat(error.get("code").stringValue()).isEqualTo("INTERNAL_ERROR");
		assertThat(error.get("message").stringValue()).contains("reference").doesNotContain("innards", "Exception");
	}

	@Test
	void answersCarryTheTimeInMilliseconds() {
		Toolbox toolbox = new Toolbox(List.of(new GetAuditStats(new Failing(null))), NOON);
		ToolAnswer answer = toolbox.call("get_audit_stats", JsonNodeFactory.instance.objectNode());
		assertThat(answer.error()).isFalse();
		assertThat(CanonicalJson.STRICT.readTree(answer.json()).at("/meta/timestamp").stringValue())
			.isEqualTo("2026-11-23T12:00:00.123Z");
	}

	private static JsonNode errorOf(RuntimeException failure) {
		Toolbox toolbox = new Toolbox(List.of(new GetAuditStats(new Failing(failure))), NOON);
		ToolAnswer answer = toolbox.call("get_audit_stats", JsonNodeFactory.instance.objectNode());
		assertThat(answer.error()).isTrue();
		return CanonicalJson.STRICT.readTree(answer.json()).get("error");
	}

	/** A store that has nothing, or fails. */
	private record Failing(RuntimeException failure) implements ContentStore {

		@Override
		public Found find(ContentType type, String id) {
			throw this.failure;
		}

		@Override
		public Page page(PageQuery query) {
			throw this.failure;
		}

		@Override
		public Counts counts(ContentType type, List<String> facets) {
			if (this.failure != null) {
				throw this.failure;
			}
			return new Counts(new Origin(Origin.Source.JSON, false, 0), 0, Map.of(), OptionalLong.empty(),
					OptionalLong.empty());
		}

	}

}
