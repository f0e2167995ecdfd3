package portage.api.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import portage.api.content.PageQuery;
import portage.model.content.ContentType;
import portage.model.content.Facets;
import portage.model.content.Status;

/** Which projects or resources are asked for. */
public final class ContentQuery {

	/** No matter which status. */
	public static final String ANY_STATUS = "all";

	/** Who may see them. */
	public static final Parameter<String> STATUS = Parameter
		.word("status", Stream.concat(Arrays.stream(Status.values()).map(Status::key), Stream.of(ANY_STATUS)).toList(),
				"Only documents with this status; all for every status.")
		.orElse(Status.PUBLISHED.key());

	/** One of their tags. */
	public static final Parameter<String> TAG = Parameter.text("tag", 200,
			"Only documents with exactly this tag, case and accents included.");

	/** Whether they are shown first. */
	public static final Parameter<Boolean> FEATURED = Parameter.flag("featured",
			"true: only featured documents; false: only those that are not. Leave it out for both.");

	/** How many of them. */
	public static final Parameter<Integer> LIMIT = Parameter
		.wholeNumber("limit", 1, 200, "The most documents of one page.")
		.orElse(50);

	/** From where on. */
	public static final Parameter<String> CURSOR = Listing.cursor();

	/** Which single one. */
	public static final Parameter<String> ID = Parameter.id("id", "Its id, as the list tells it.").mandatory();

	/** Those of a single one that must have a status. */
	public static final List<Parameter<?>> ONE_PARAMETERS = List.of(ID, STATUS);

	/** Those of a list, in the order in which they are shown. */
	public static final List<Parameter<?>> PARAMETERS = List.of(STATUS, TAG, FEATURED, LIMIT, CURSOR);

	private ContentQuery() {
	}

	/**
	 * The query that arguments ask for.
	 * @throws InvalidArguments with all faults
	 */
	public static PageQuery of(ContentType type, Arguments arguments) {
		arguments.orThrow();
		List<String> facets = new ArrayList<>();
		String status = arguments.get(STATUS);
		if (!status.equals(ANY_STATUS)) {
			facets.add(Facets.status(status));
		}
		arguments.find(FEATURED).map(Facets::featured).ifPresent(facets::add);
		arguments.find(TAG).map(Facets::tag).ifPresent(facets::add);
		PageQuery first = new PageQuery(type, facets, Long.MIN_VALUE, Long.MAX_VALUE, arguments.get(LIMIT), null);
		return Listing.from(first, arguments, CURSOR);
	}

}
