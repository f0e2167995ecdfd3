package portage.api.tools;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import portage.api.content.ContentStore;
import portage.api.content.Counts;
import portage.api.query.Arguments;
import portage.api.query.AuditQuery;
import portage.model.content.ContentType;
import portage.model.content.Facets;

/** {@code get_audit_stats}. */
final class GetAuditStats implements Tool {

	private final ContentStore store;

	private final ToolDeclaration declaration = new ToolDeclaration("get_audit_stats", "Get audit statistics",
			"Counts all entries of the audit log: in total, by action, by source and by kind of document, with the "
					+ "times of the oldest and the newest. For the entries themselves use get_audit_log.",
			List.of(), EnvelopeSchema.of(schema()), true);

	GetAuditStats(ContentStore store) {
		this.store = store;
	}

	@Override
	public ToolDeclaration declaration() {
		return this.declaration;
	}

	@Override
	public Success call(Arguments arguments) {
		arguments.orThrow();
		Counts counts = this.store
			.counts(ContentType.AUDIT, Stream
				.of(AuditQuery.ACTIONS.stream().map(Facets::action), AuditQuery.SOURCES.stream().map(Facets::source),
						AuditQuery.ENTITY_TYPES.stream().map(Facets::entityType))
				.flatMap((facets) -> facets)
				.toList());
		ObjectNode stats = JsonNodeFactory.instance.objectNode().put("total", counts.total());
		stats.set("byAction", by(AuditQuery.ACTIONS, Facets::action, counts));
		stats.set("bySource", by(AuditQuery.SOURCES, Facets::source, counts));
		stats.set("byEntityType", by(AuditQuery.ENTITY_TYPES, Facets::entityType, counts));
		counts.lowestScore().ifPresent((millis) -> stats.put("oldest", Instant.ofEpochMilli(millis).toString()));
		counts.highestScore().ifPresent((millis) -> stats.put("newest", Instant.ofEpochMilli(millis).toString()));
		return Success.of(counts.origin(), stats);
	}

	private static ObjectNode by(List<String> words, UnaryOperator<String> facet, Counts counts) {
		ObjectNode by = JsonNodeFactory.instance.objectNode();
		words.forEach((word) -> by.put(word, counts.byFacet().getOrDefault(facet.apply(word), 0L)));
		return by;
	}

	private static Map<String, Object> schema() {
		Map<String, Object> fields = new LinkedHashMap<>();
		fields.put("total", EnvelopeSchema.described("integer", "How many entries there are."));
		fields.put("byAction", counted(AuditQuery.ACTIONS));
		fields.put("bySource", counted(AuditQuery.SOURCES));
		fields.put("byEntityType", counted(AuditQuery.ENTITY_TYPES));
		fields.put("oldest", EnvelopeSchema.described("string", "When, to the millisecond. Absent without entries."));
		fields.put("newest", EnvelopeSchema.described("string", "When, to the millisecond. Absent without entries."));
		return EnvelopeSchema.object(fields, "oldest", "newest");
	}

	private static Map<String, Object> counted(List<String> words) {
		Map<String, Object> fields = new LinkedHashMap<>();
		words.forEach((word) -> fields.put(word, Map.of("type", "integer")));
		return EnvelopeSchema.object(fields);
	}

}
