package portage.api.tools;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import portage.model.content.ContentType;
import portage.model.migration.Phase;
import portage.model.migration.RunState;

import static portage.api.tools.EnvelopeSchema.described;
import static portage.api.tools.EnvelopeSchema.object;
import static portage.api.tools.EnvelopeSchema.oneOf;

/** The JSON Schema (2020-12) of what {@code get_migration_status} tells. */
final class MigrationStatusSchema {

	private MigrationStatusSchema() {
	}

	static Map<String, Object> schema() {
		Map<String, Object> status = new LinkedHashMap<>();
		status.put("phase", oneOf(Arrays.stream(Phase.values()).map(Phase::key).toList(),
				"Where the migration stands, as last seen."));
		status.put("phaseKnown",
				described("boolean", "false: Redis has not answered since the start, and the phase is a guess."));
		status.put("epoch", described("integer", "Version of the control state; 0 if it was never changed."));
		status.put("redis", redis());
		status.put("announcement", announcement());
		status.put("run", run());
		status.put("bundled", byType("The JSON this server has with it.", "documents", "rejected"));
		status.put("nextStep", described("string", "What has to happen next."));
		return object(status, "announcement", "run");
	}

	private static Map<String, Object> redis() {
		Map<String, Object> redis = new LinkedHashMap<>();
		redis.put("available", described("boolean", "Whether Redis answered when it was last asked."));
		redis.put("since", described("string", "Since when it does, or does not."));
		return object(redis);
	}

	private static Map<String, Object> announcement() {
		Map<String, Object> announcement = new LinkedHashMap<>();
		announcement.put("generation", described("string", "Which copy, like g7."));
		announcement.put("previous", described("string", "The one before, kept for rollback. Absent for the first."));
		Map<String, Object> documents = new LinkedHashMap<>();
		Arrays.stream(ContentType.values()).forEach((type) -> documents.put(type.plural(), Map.of("type", "integer")));
		announcement.put("documents", object(documents));
		announcement.put("digest", described("string", "SHA-256 over all its documents."));
		announcement.put("sources", described("string", "SHA-256 over the files it was made from."));
		announcement.put("runId", described("string", "The run that wrote it."));
		announcement.put("completedAt", described("string", "When it was verified."));
		return explained(object(announcement, "previous"),
				"The last complete and verified copy. Absent if there is none.");
	}

	private static Map<String, Object> run() {
		Map<String, Object> run = new LinkedHashMap<>();
		run.put("runId", described("string", "Its job execution."));
		run.put("generation", described("string", "The copy it writes, like g8. Absent until it has one."));
		run.put("state", oneOf(Arrays.stream(RunState.values()).map(RunState::key).toList(), "How it is doing."));
		run.put("step", described("string", "Which step it is at."));
		run.put("progress", byType("How far it is.", "read", "written", "rejected", "bytes", "totalBytes"));
		run.put("startedAt", described("string", "When it began."));
		run.put("updatedAt", described("string", "When it last said something."));
		return explained(object(run, "generation", "step", "startedAt", "updatedAt"),
				"The latest run of the job. Absent if there was none.");
	}

	private static Map<String, Object> byType(String description, String... counts) {
		Map<String, Object> fields = new LinkedHashMap<>();
		List.of(counts).forEach((count) -> fields.put(count, Map.of("type", "integer")));
		Map<String, Object> types = new LinkedHashMap<>();
		Arrays.stream(ContentType.values()).forEach((type) -> types.put(type.plural(), object(fields)));
		return explained(object(types), description);
	}

	private static Map<String, Object> explained(Map<String, Object> schema, String description) {
		schema.put("description", description);
		return schema;
	}

}
