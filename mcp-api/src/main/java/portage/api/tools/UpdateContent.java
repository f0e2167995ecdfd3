package portage.api.tools;

import java.util.List;
import java.util.function.Supplier;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import portage.api.query.Arguments;
import portage.api.query.ErrorCode;
import portage.api.query.Parameter;
import portage.model.content.ContentSchema;
import portage.model.migration.Phase;

/**
 * {@code update_project} and {@code update_resource}. They check their arguments and then
 * refuse: no phase of this release has updates. Agents already find them in the list and
 * learn from the answer what must happen first.
 */
final class UpdateContent implements Tool {

	/** The phases that will allow updates. */
	private static final List<Phase> WITH_UPDATES = List.of(Phase.DUAL_WRITE, Phase.REDIS_PRIMARY);

	private static final Parameter<String> ID = Parameter.id("id", "The id of what to update.").mandatory();

	private static final Parameter<ObjectNode> DATA = Parameter
		.object("data", "Only the fields to change. Nested objects merge; arrays and all else replace what was there.")
		.mandatory();

	private static final Parameter<Integer> EXPECTED_REVISION = Parameter.wholeNumber("expectedRevision", 1,
			Integer.MAX_VALUE, "Update only if this is still the document's revision.");

	private static final Parameter<String> IDEMPOTENCY_KEY = Parameter.text("idempotencyKey", 128,
			"Any text of your choice; the same call again with the same key is carried out only once.");

	private final Supplier<Phase> phase;

	private final ToolDeclaration declaration;

	UpdateContent(ContentWords words, Supplier<Phase> phase) {
		this.phase = phase;
		this.declaration = new ToolDeclaration("update_" + words.one(), "Update a " + words.one(),
				"Changes fields of one " + words.one() + ". Refused with WRITES_DISABLED unless the migration is in a "
						+ "phase with updates; get_migration_status tells the phase.",
				List.of(ID, DATA, EXPECTED_REVISION, IDEMPOTENCY_KEY),
				EnvelopeSchema.of(ContentSchema.of(words.type()).jsonSchema()), false);
	}

	@Override
	public ToolDeclaration declaration() {
		return this.declaration;
	}

	@Override
	public Success call(Arguments arguments) {
		arguments.orThrow();
		Phase now = this.phase.get();
		String refused = WITH_UPDATES.contains(now)
				? "this release of Portage cannot carry them out yet, although the phase " + now.key()
						+ " is meant for them"
				: "the migration is in phase " + now.key() + ", which allows none; dual-write and redis-primary will";
		ObjectNode details = JsonNodeFactory.instance.objectNode().put("phase", now.key());
		WITH_UPDATES.forEach((phase) -> details.withArray("phasesWithUpdates").add(phase.key()));
		throw new ToolFailure(ErrorCode.WRITES_DISABLED, "Nothing was changed. Updates are not enabled: " + refused
				+ ". They come with the next release, where an operator enables them by POST /api/migration/dual-write. "
				+ "Do not try again before that; reading works.", details);
	}

}
