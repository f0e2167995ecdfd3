package portage.api.content;

import java.util.Optional;

/**
 * The answer to the question for one document.
 *
 * @param origin who answered
 * @param document empty if there is none with that id
 */
public record Found(Origin origin, Optional<StoredDocument> document) {
}
