package portage.api.content;

import java.util.List;

import portage.model.content.ContentType;

/**
 * Reads content. Two adapters of the same content answer alike in everything but
 * {@link Origin}; a contract test that both inherit says so.
 */
public interface ContentStore {

	/**
	 * One document, whatever its status.
	 * @throws StoreUnavailable if it cannot be told whether there is one
	 */
	Found find(ContentType type, String id);

	/**
	 * One page of the documents that have every facet of the query.
	 * @throws StoreUnavailable if it cannot be told which these are
	 */
	Page page(PageQuery query);

	/**
	 * How many documents have each of the facets.
	 * @param facets words of {@link portage.model.content.Facets}
	 * @throws StoreUnavailable if they cannot be counted
	 */
	Counts counts(ContentType type, List<String> facets);

}
