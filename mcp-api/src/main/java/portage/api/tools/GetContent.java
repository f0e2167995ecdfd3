package portage.api.tools;

import java.util.List;

import tools.jackson.databind.node.JsonNodeFactory;

import portage.api.content.ContentStore;
import portage.api.content.Found;
import portage.api.query.Arguments;
import portage.api.query.ContentQuery;
import portage.model.content.ContentSchema;

/** {@code get_project} and {@code get_resource}. */
final class GetContent implements Tool {

	private final ContentWords words;

	private final ContentStore store;

	private final ToolDeclaration declaration;

	GetContent(ContentWords words, ContentStore store) {
		this.words = words;
		this.store = store;
		this.declaration = new ToolDeclaration("get_" + words.one(), "Get a " + words.one(),
				"Gets one " + words.one() + " in full by its id, whatever its status. list_" + words.many()
						+ " tells the ids.",
				List.of(ContentQuery.ID), EnvelopeSchema.of(ContentSchema.of(words.type()).jsonSchema()), true);
	}

	@Override
	public ToolDeclaration declaration() {
		return this.declaration;
	}

	@Override
	public Success call(Arguments arguments) {
		String id = arguments.orThrow().get(ContentQuery.ID);
		Found found = this.store.find(this.words.type(), id);
		return found.document()
			.map((document) -> Success.of(found.origin(), Success.stored(document)))
			.orElseThrow(() -> new ToolFailure(this.words.notFound(),
					"There is no %s with the id \"%s\". Call list_%s with status=all for the ids there are."
						.formatted(this.words.one(), id, this.words.many()),
					JsonNodeFactory.instance.objectNode().put("id", id)));
	}

}
