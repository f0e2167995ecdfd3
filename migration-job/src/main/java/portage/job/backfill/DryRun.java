package portage.job.backfill;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import portage.job.ExitCode;
import portage.job.JobFailure;
import portage.job.backfill.MigrationOutcome.State;
import portage.job.backfill.MigrationOutcome.StepResult;
import portage.job.redis.Counts;
import portage.job.redis.Preflight;
import portage.job.source.OpenSource;
import portage.job.source.SourceFile;
import portage.model.content.ContentType;
import portage.model.source.Checkpoint;
import portage.model.source.Document;
import portage.model.source.Reject;
import portage.model.source.SourceItem;

/**
 * Everything a run does but write: preflight, reading, validation, duplicate ids. Without
 * Redis to ask for them it keeps the ids in memory, about 100 bytes each.
 */
public final class DryRun {

	private static final int MOST_REJECTS = 1000;

	/** Progress is told this often, in elements. */
	private static final int STRIDE = 1000;

	private final Preflight preflight;

	/** With the same preflight as a run. */
	public DryRun(Preflight preflight) {
		this.preflight = preflight;
	}

	/** Reads all sources. */
	public MigrationOutcome run(MigrationRequest request, ProgressListener progress) {
		this.preflight.check(request.sources().size());
		List<Reject> rejects = new ArrayList<>();
		Map<ContentType, StepResult> steps = new EnumMap<>(ContentType.class);
		request.sources().files().forEach((type, file) -> steps.put(type, read(file, rejects, progress)));
		long rejected = steps.values().stream().mapToLong((step) -> step.counts().rejected()).sum();
		JobFailure failure = request.policy().isExceededBy(rejected) ? new JobFailure(ExitCode.REJECTS,
				"Too many rejects: %,d, and %,d allowed; a run would announce nothing".formatted(rejected,
						request.policy().most()))
				: null;
		return new MigrationOutcome((failure != null) ? State.FAILED : State.DRY_RUN, 0, Optional.empty(), steps,
				rejects, failure);
	}

	private static StepResult read(SourceFile file, List<Reject> rejects, ProgressListener progress) {
		String step = file.type().plural();
		Map<String, Long> positions = new HashMap<>();
		Counts counts = Counts.NONE;
		long unknownFields = 0;
		Instant start = Instant.now();
		progress.began(step, file.compressed() ? 0 : file.size(), 0);
		try (OpenSource source = new OpenSource(file, Checkpoint.START)) {
			for (SourceItem item = source.next(); item != null; item = source.next()) {
				Reject reject = null;
				if (item instanceof Document document) {
					Long first = positions.putIfAbsent(document.id(), document.position());
					reject = (first != null) ? source.duplicate(document, first) : null;
					unknownFields += document.unknownFields();
				}
				else {
					reject = (Reject) item;
				}
				counts = (reject != null) ? counts.plus(0, 1) : counts.plus(1, 0);
				if (reject != null && rejects.size() < MOST_REJECTS) {
					rejects.add(reject);
				}
				if (counts.read() % STRIDE == 0) {
					progress.advanced(step, counts, source.checkpoint().offset());
				}
			}
			progress.ended(step, counts);
			return new StepResult(counts, source.checkpoint().offset(),
					Duration.between(start, Instant.now()).toMillis() / 1000.0, unknownFields);
		}
	}

}
