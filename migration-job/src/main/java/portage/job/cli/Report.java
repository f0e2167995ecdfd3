package portage.job.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import portage.job.ExitCode;
import portage.job.JobFailure;
import portage.job.backfill.MigrationOutcome;
import portage.job.backfill.MigrationOutcome.State;
import portage.job.backfill.MigrationOutcome.StepResult;
import portage.job.redis.Counts;
import portage.model.content.ContentType;

/** The table at the end of a run, and the same as JSON. */
final class Report {

	private static final int REJECTS_PRINTED = 20;

	private final PrintWriter out;

	private final @Nullable Path file;

	/**
	 * A report.
	 * @param file where the JSON goes; null for none
	 */
	Report(PrintWriter out, @Nullable Path file) {
		this.out = out;
		this.file = file;
	}

	void write(MigrationOutcome outcome, boolean dryRun) {
		print(outcome);
		if (this.file != null) {
			try {
				JsonMapper.builder()
					.enable(SerializationFeature.INDENT_OUTPUT)
					.build()
					.writeValue(this.file, json(outcome, dryRun));
			}
			catch (JacksonException ex) {
				throw new JobFailure(ExitCode.BAD_INPUT,
						"--report: " + this.file + " cannot be written: " + ex.getOriginalMessage(), ex);
			}
		}
	}

	private void print(MigrationOutcome outcome) {
		if (!outcome.steps().isEmpty()) {
			this.out.printf("%-10s %12s %12s %9s %15s %9s %11s%n", "", "read", "written", "rejected", "bytes",
					"seconds", "per second");
			outcome.steps().forEach(this::printStep);
		}
		long unknown = outcome.steps().values().stream().mapToLong(StepResult::unknownFields).sum();
		if (unknown > 0) {
			this.out.printf("%,d fields are unknown to the model; they were kept%n", unknown);
		}
		outcome.rejects()
			.stream()
			.limit(REJECTS_PRINTED)
			.forEach((reject) -> this.out.println("  " + reject.summary()));
		if (outcome.rejects().size() > REJECTS_PRINTED) {
			this.out.println("  … more rejects; --report FILE lists them");
		}
		this.out.println(switch (outcome.state()) {
			case MIGRATED -> "g" + outcome.generation() + " is announced: " + digest(outcome);
			case ALREADY_MIGRATED -> "already migrated: g" + outcome.generation() + " holds this content";
			case DRY_RUN -> "dry run: nothing was written";
			case FAILED -> "nothing was announced" + outcome.announcement()
				.map((announcement) -> "; g" + announcement.generation() + " is still current")
				.orElse("");
		});
		this.out.flush();
	}

	private void printStep(ContentType type, StepResult step) {
		Counts counts = step.counts();
		String rate = (step.seconds() > 0) ? "%,.0f".formatted(counts.read() / step.seconds()) : "-";
		this.out.printf("%-10s %,12d %,12d %,9d %,15d %9.1f %11s%n", type.plural(), counts.read(), counts.written(),
				counts.rejected(), step.bytes(), step.seconds(), rate);
	}

	private static String digest(MigrationOutcome outcome) {
		return outcome.announcement().map((announcement) -> "digest " + announcement.digest()).orElse("");
	}

	private static Map<String, Object> json(MigrationOutcome outcome, boolean dryRun) {
		Map<String, Object> report = new LinkedHashMap<>();
		report.put("state", outcome.state().name().toLowerCase(Locale.ROOT).replace('_', '-'));
		report.put("dryRun", dryRun);
		report.put("exitCode", (outcome.failure() != null) ? outcome.failure().exitCode().number() : 0);
		report.put("message", (outcome.failure() != null) ? outcome.failure().getMessage() : "");
		report.put("generation", (outcome.state() != State.DRY_RUN) ? outcome.generation() : 0);
		outcome.announcement().ifPresent((announcement) -> report.put("current", announcement.toHash()));
		Map<String, Object> steps = new LinkedHashMap<>();
		outcome.steps().forEach((type, step) -> steps.put(type.plural(), json(step)));
		report.put("steps", steps);
		report.put("rejects", List.copyOf(outcome.rejects()));
		return report;
	}

	private static Map<String, Object> json(StepResult step) {
		Map<String, Object> counts = new LinkedHashMap<>();
		counts.put("read", step.counts().read());
		counts.put("written", step.counts().written());
		counts.put("rejected", step.counts().rejected());
		counts.put("unknownFields", step.unknownFields());
		counts.put("bytes", step.bytes());
		counts.put("seconds", step.seconds());
		return counts;
	}

}
