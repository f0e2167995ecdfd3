package portage.api.rest;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

import portage.api.content.ContentStore;
import portage.api.content.Found;
import portage.api.content.StoredDocument;
import portage.api.query.Arguments;
import portage.api.query.ContentQuery;
import portage.api.query.ErrorCode;
import portage.api.query.Listing;
import portage.model.content.ContentType;
import portage.model.content.Facets;
import portage.model.wire.CanonicalJson;

/**
 * Projects and resources. A front end sees published documents unless it asks for another
 * {@code status}, in lists and one by one alike.
 */
@RestController
class ContentController {

	private final ContentStore store;

	ContentController(ContentStore store) {
		this.store = store;
	}

	@GetMapping("/api/projects")
	ResponseEntity<byte[]> projects(HttpServletRequest request) {
		return list(ContentType.PROJECT, request);
	}

	@GetMapping("/api/resources")
	ResponseEntity<byte[]> resources(HttpServletRequest request) {
		return list(ContentType.RESOURCE, request);
	}

	@GetMapping("/api/projects/{id}")
	ResponseEntity<byte[]> project(@PathVariable String id, HttpServletRequest request) {
		return one(ContentType.PROJECT, id, request);
	}

	@GetMapping("/api/resources/{id}")
	ResponseEntity<byte[]> resource(@PathVariable String id, HttpServletRequest request) {
		return one(ContentType.RESOURCE, id, request);
	}

	private ResponseEntity<byte[]> list(ContentType type, HttpServletRequest request) {
		Arguments arguments = Arguments.read(ContentQuery.PARAMETERS,
				QueryString.arguments(request, ContentQuery.PARAMETERS));
		Listing listing = Listing.of(this.store, ContentQuery.of(type, arguments));
		ResponseEntity.BodyBuilder response = Answers.from(listing.page().origin());
		listing.nextCursor()
			.map((cursor) -> QueryString.withArgument(request, ContentQuery.CURSOR.name(), cursor))
			.ifPresent((next) -> response.header("Link", "<" + next + ">; rel=\"next\""));
		return Answers.revalidated(response, Answers.body(listing));
	}

	private ResponseEntity<byte[]> one(ContentType type, String id, HttpServletRequest request) {
		ObjectNode given = QueryString.arguments(request, ContentQuery.ONE_PARAMETERS);
		given.put(ContentQuery.ID.name(), id);
		Arguments arguments = Arguments.read(ContentQuery.ONE_PARAMETERS, given).orThrow();
		Found found = this.store.find(type, id);
		Optional<StoredDocument> document = found.document()
			.filter((stored) -> isVisible(type, stored, arguments.get(ContentQuery.STATUS)));
		if (document.isEmpty()) {
			ErrorCode code = (type == ContentType.PROJECT) ? ErrorCode.PROJECT_NOT_FOUND : ErrorCode.RESOURCE_NOT_FOUND;
			throw new DocumentNotFound(code,
					"""
							No %s with the id "%s" has that status; without the parameter status only published ones are found"""
						.formatted(type.key(), id));
		}
		return Answers.revalidated(Answers.from(found.origin()), document.get().json());
	}

	private static boolean isVisible(ContentType type, StoredDocument document, String status) {
		return status.equals(ContentQuery.ANY_STATUS)
				|| Facets.of(type, CanonicalJson.tree(document.json())).contains(Facets.status(status));
	}

}
