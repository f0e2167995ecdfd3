package portage.api.content;

import java.util.List;

/**
 * One page of documents.
 *
 * @param origin who answered
 * @param total how many documents the query finds on all pages
 * @param documents those of this page, in order
 * @param more whether another page follows
 */
public record Page(Origin origin, long total, List<StoredDocument> documents, boolean more) {

	public Page {
		documents = List.copyOf(documents);
	}

}
