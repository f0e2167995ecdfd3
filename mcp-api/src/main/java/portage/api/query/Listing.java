package portage.api.query;

import java.util.Optional;

import portage.api.content.ContentStore;
import portage.api.content.Page;
import portage.api.content.PageQuery;
import portage.api.content.StoredDocument;

/**
 * One page, and how to get the next.
 *
 * @param page what was found
 * @param nextCursor what to give as {@code cursor} for the next page; empty on the last
 * one
 */
public record Listing(Page page, Optional<String> nextCursor) {

	/** Asks a store. */
	public static Listing of(ContentStore store, PageQuery query) {
		Page page = store.page(query);
		if (!page.more()) {
			return new Listing(page, Optional.empty());
		}
		StoredDocument last = page.documents().get(page.documents().size() - 1);
		return new Listing(page, Optional.of(Cursor.of(query, new PageQuery.Mark(last.score(), last.id()))));
	}

	/** Every listing takes it, and none explains it further. */
	static Parameter<String> cursor() {
		return Parameter.text("cursor", 1000,
				"Where to go on: meta.nextCursor of the page before, with the same filters. Leave it out for the first page.");
	}

	/** The query as it stands, or from the cursor on. */
	static PageQuery from(PageQuery first, Arguments arguments, Parameter<String> cursor) {
		Optional<String> given = arguments.orThrow().find(cursor);
		if (given.isEmpty()) {
			return first;
		}
		Optional<PageQuery.Mark> after = Cursor.read(first, given.get());
		if (after.isEmpty()) {
			arguments.fault(cursor.name(), "is not a cursor that this query gave; repeat the filters of the page "
					+ "before, or leave the cursor out to start over");
		}
		arguments.orThrow();
		return new PageQuery(first.type(), first.facets(), first.lowest(), first.highest(), first.limit(),
				after.orElseThrow());
	}

}
