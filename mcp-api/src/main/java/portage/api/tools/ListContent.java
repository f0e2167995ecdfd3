package portage.api.tools;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import portage.api.content.ContentStore;
import portage.api.query.Arguments;
import portage.api.query.ContentQuery;
import portage.api.query.Listing;
import portage.api.query.Parameter;
import portage.model.content.ContentSchema;

/** {@code list_projects} and {@code list_resources}. */
final class ListContent implements Tool {

	private static final String SUMMARY = "summary";

	private static final Parameter<String> DETAIL = Parameter
		.word("detail", List.of(SUMMARY, "full"),
				"summary: id, title, a short description, tags, status, featured and updatedAt; full: whole documents.")
		.orElse("full");

	private final ContentWords words;

	private final ContentStore store;

	private final ToolDeclaration declaration;

	ListContent(ContentWords words, ContentStore store) {
		this.words = words;
		this.store = store;
		this.declaration = new ToolDeclaration("list_" + words.many(), "List " + words.many(),
				"Lists " + words.many() + ": " + words.what()
						+ ". They come in the site's own order, a page at a time; "
						+ "without arguments, the first 50 published ones. Use detail=summary to look around, and get_"
						+ words.one() + " to read one.",
				Stream.concat(ContentQuery.PARAMETERS.stream(), Stream.of(DETAIL)).toList(),
				EnvelopeSchema.listOf(
						Map.of("anyOf", List.of(ContentSchema.of(words.type()).jsonSchema(), Summary.jsonSchema()))),
				true);
	}

	@Override
	public ToolDeclaration declaration() {
		return this.declaration;
	}

	@Override
	public Success call(Arguments arguments) {
		Listing listing = Listing.of(this.store, ContentQuery.of(this.words.type(), arguments));
		return Success.of(listing, arguments.get(DETAIL).equals(SUMMARY) ? Summary::of : Success::stored);
	}

}
