package portage.api.content;

/**
 * A document as it is stored.
 *
 * @param id unique within its type
 * @param score what it is listed by, see
 * {@link portage.model.content.Facets#listingScore}
 * @param json its canonical bytes; not to be changed
 */
public record StoredDocument(String id, long score, byte[] json) {
}
