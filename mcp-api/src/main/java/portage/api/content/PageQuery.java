package portage.api.content;

import java.util.List;

import org.jspecify.annotations.Nullable;

import portage.model.content.ContentType;

/**
 * Which documents are asked for. Projects and resources come in the order of their file;
 * audit entries newest first, and of one millisecond in descending byte order of their
 * ids.
 *
 * @param type what is listed
 * @param facets what every document must have; empty for all
 * @param lowest the lowest score wanted, inclusive; {@link Long#MIN_VALUE} for no bound
 * @param highest the highest score wanted, inclusive; {@link Long#MAX_VALUE} for no bound
 * @param limit the most documents of the page, from 1 to 1,000
 * @param after the last document of the page before; null for the first page
 */
public record PageQuery(ContentType type, List<String> facets, long lowest, long highest, int limit,
		@Nullable Mark after) {

	public PageQuery {
		facets = List.copyOf(facets);
		if (limit < 1 || limit > 1000) {
			throw new IllegalArgumentException("limit must be 1 to 1,000, but was " + limit);
		}
	}

	/** Whether higher scores come first. */
	public boolean descending() {
		return this.type == ContentType.AUDIT;
	}

	/**
	 * A document by its place in the listing.
	 *
	 * @param score what it is listed by
	 * @param id which one of that score
	 */
	public record Mark(long score, String id) {
	}

}
