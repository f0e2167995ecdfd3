package portage.api.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import portage.api.content.PageQuery;
import portage.model.content.AuditEntry;
import portage.model.content.ContentType;
import portage.model.content.Facets;

/**
 * Which audit entries are asked for. Times are compared in whole milliseconds, which is
 * how both stores sort them; {@code since} belongs to the span and {@code until} does
 * not, so that spans side by side share no entry.
 */
public final class AuditQuery {

	/** What was done. */
	public static final List<String> ACTIONS = words(AuditEntry.Action.values());

	/** Through what. */
	public static final List<String> SOURCES = words(AuditEntry.Source.values());

	/** To what kind of document. */
	public static final List<String> ENTITY_TYPES = words(AuditEntry.EntityType.values());

	private static final Parameter<Integer> LIMIT = Parameter
		.wholeNumber("limit", 1, 1000, "The most entries of one page. Filters apply before it.")
		.orElse(50);

	private static final Parameter<String> ENTITY_TYPE = Parameter.word("entityType", ENTITY_TYPES,
			"Only entries about this kind of document.");

	private static final Parameter<String> ENTITY_ID = Parameter.id("entityId",
			"Only entries about the document with this id, be it a project or a resource.");

	private static final Parameter<String> ACTION = Parameter.word("action", ACTIONS, "Only entries of this action.");

	private static final Parameter<String> SOURCE = Parameter.word("source", SOURCES,
			"Only entries of what was done through this.");

	private static final Parameter<Instant> SINCE = Parameter.moment("since",
			"Only entries of this moment or later, as an ISO-8601 instant; compared in whole milliseconds.");

	private static final Parameter<Instant> UNTIL = Parameter.moment("until",
			"Only entries before this moment, which is not included, as an ISO-8601 instant; compared in whole milliseconds.");

	private static final Parameter<String> CURSOR = Listing.cursor();

	/** All of them, in the order in which they are shown. */
	public static final List<Parameter<?>> PARAMETERS = List.of(LIMIT, ENTITY_TYPE, ENTITY_ID, ACTION, SOURCE, SINCE,
			UNTIL, CURSOR);

	private AuditQuery() {
	}

	/**
	 * The query that arguments ask for.
	 * @throws InvalidArguments with all faults
	 */
	public static PageQuery of(Arguments arguments) {
		Optional<Instant> since = arguments.find(SINCE);
		Optional<Instant> until = arguments.find(UNTIL);
		if (since.isPresent() && until.isPresent() && since.get().isAfter(until.get())) {
			arguments.fault(SINCE.name(), "must not be after until, which is " + until.get());
		}
		arguments.orThrow();
		List<String> facets = new ArrayList<>();
		arguments.find(ENTITY_TYPE).map(Facets::entityType).ifPresent(facets::add);
		arguments.find(ENTITY_ID).map(Facets::entityId).ifPresent(facets::add);
		arguments.find(ACTION).map(Facets::action).ifPresent(facets::add);
		arguments.find(SOURCE).map(Facets::source).ifPresent(facets::add);
		PageQuery first = new PageQuery(ContentType.AUDIT, facets,
				since.map(Instant::toEpochMilli).orElse(Long.MIN_VALUE),
				until.map((end) -> end.toEpochMilli() - 1).orElse(Long.MAX_VALUE), arguments.get(LIMIT), null);
		return Listing.from(first, arguments, CURSOR);
	}

	private static List<String> words(Enum<?>[] constants) {
		return Arrays.stream(constants).map((word) -> word.name().toLowerCase(Locale.ROOT)).toList();
	}

}
