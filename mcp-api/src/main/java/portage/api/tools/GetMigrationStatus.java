package portage.api.tools;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import portage.api.content.BundledContent;
import portage.api.content.Origin;
import portage.api.migration.MigrationState;
import portage.api.migration.MigrationWatch;
import portage.api.migration.PhasedContent;
import portage.api.migration.RunProgress;
import portage.api.query.Arguments;
import portage.model.content.ContentType;
import portage.model.migration.Announcement;

/** {@code get_migration_status}. */
final class GetMigrationStatus implements Tool {

	private final MigrationWatch watch;

	private final PhasedContent content;

	private final BundledContent bundled;

	private final ToolDeclaration declaration = new ToolDeclaration("get_migration_status", "Get the migration status",
			"Tells where the migration of the content from JSON files to Redis stands: its phase, which store reads come "
					+ "from, what was announced last, how the latest run is doing, and what comes next.",
			List.of(), EnvelopeSchema.of(MigrationStatusSchema.schema()), true);

	GetMigrationStatus(MigrationWatch watch, PhasedContent content, BundledContent bundled) {
		this.watch = watch;
		this.content = content;
		this.bundled = bundled;
	}

	@Override
	public ToolDeclaration declaration() {
		return this.declaration;
	}

	@Override
	public Success call(Arguments arguments) {
		arguments.orThrow();
		MigrationState state = this.watch.state();
		PhasedContent.Reads reads = this.content.reads();
		ObjectNode status = JsonNodeFactory.instance.objectNode();
		status.put("phase", state.phase().key()).put("phaseKnown", state.known()).put("epoch", state.epoch());
		status.putObject("redis")
			.put("available", state.redisAnswers())
			.put("since", state.since().truncatedTo(ChronoUnit.MILLIS).toString());
		state.announcement().ifPresent((announced) -> status.set("announcement", announcement(announced)));
		state.run().ifPresent((run) -> status.set("run", run(run)));
		ObjectNode bundled = status.putObject("bundled");
		for (ContentType type : ContentType.values()) {
			bundled.putObject(type.plural())
				.put("documents", this.bundled.documents(type))
				.put("rejected", this.bundled.rejected(type));
		}
		status.put("nextStep", NextStep.of(state, reads));
		return Success.of(origin(state, reads), status);
	}

	private static Origin origin(MigrationState state, PhasedContent.Reads reads) {
		return switch (reads) {
			case JSON -> new Origin(Origin.Source.JSON, false, 0);
			case FALLBACK -> new Origin(Origin.Source.JSON, true, 0);
			case REDIS ->
				new Origin(Origin.Source.REDIS, false, state.announcement().map(Announcement::generation).orElse(0L));
		};
	}

	private static ObjectNode announcement(Announcement announced) {
		ObjectNode json = JsonNodeFactory.instance.objectNode().put("generation", "g" + announced.generation());
		if (announced.previous() > 0) {
			json.put("previous", "g" + announced.previous());
		}
		ObjectNode documents = json.putObject("documents");
		announced.documents().forEach((type, count) -> documents.put(type.plural(), count));
		return json.put("digest", announced.digest())
			.put("sources", announced.sources())
			.put("runId", announced.runId())
			.put("completedAt", announced.completedAt().toString());
	}

	private static ObjectNode run(RunProgress run) {
		ObjectNode json = JsonNodeFactory.instance.objectNode().put("runId", run.runId());
		if (run.generation() > 0) {
			json.put("generation", "g" + run.generation());
		}
		json.put("state", run.state().key());
		if (!run.step().isEmpty()) {
			json.put("step", run.step());
		}
		ObjectNode progress = json.putObject("progress");
		run.counts()
			.forEach((type, count) -> progress.putObject(type.plural())
				.put("read", count.read())
				.put("written", count.written())
				.put("rejected", count.rejected())
				.put("bytes", count.bytes())
				.put("totalBytes", count.totalBytes()));
		putIfKnown(json, "startedAt", run.startedAt());
		putIfKnown(json, "updatedAt", run.updatedAt());
		return json;
	}

	private static void putIfKnown(ObjectNode json, String field, @Nullable Instant moment) {
		if (moment != null) {
			json.put(field, moment.toString());
		}
	}

}
