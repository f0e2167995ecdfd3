package portage.job.backfill;

import java.util.Map;
import java.util.function.Supplier;

import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

import portage.job.ExitCode;
import portage.job.JobFailure;
import portage.job.redis.Counts;
import portage.job.redis.GenerationStore;
import portage.job.verify.Comparison;
import portage.job.verify.GenerationComparison;
import portage.model.content.ContentType;
import portage.model.migration.RunState;

/**
 * Reads everything back before anybody may see it. What it finds goes to
 * {@link AnnounceStep}.
 */
final class VerifyStep implements Tasklet {

	/** In the job's context: {@link Comparison#digest()}. */
	static final String DIGEST = "verified.digest";

	/** In the job's context, followed by a type: how many documents were compared. */
	static final String DOCUMENTS = "verified.";

	private final MigrationRequest request;

	private final String sourcesDigest;

	private final long generation;

	private final GenerationStore store;

	private final GenerationComparison comparison;

	private final Supplier<Map<ContentType, Counts>> counts;

	private final ProgressListener progress;

	VerifyStep(MigrationRequest request, String sourcesDigest, long generation, GenerationStore store,
			GenerationComparison comparison, Supplier<Map<ContentType, Counts>> counts, ProgressListener progress) {
		this.request = request;
		this.sourcesDigest = sourcesDigest;
		this.generation = generation;
		this.store = store;
		this.comparison = comparison;
		this.counts = counts;
		this.progress = progress;
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
		Map<ContentType, Counts> written = this.counts.get();
		long read = written.values().stream().mapToLong(Counts::read).sum();
		long rejected = written.values().stream().mapToLong(Counts::rejected).sum();
		requireFewRejects(rejected);
		this.store.report(RunState.VERIFYING);
		this.progress.began("verify", read - rejected, 0);
		long[] compared = new long[1];
		Comparison found = this.comparison.compare(this.request.sources(), this.generation, (more) -> {
			compared[0] += more;
			this.progress.advanced("verify", new Counts(compared[0], compared[0], 0), compared[0]);
		});
		requireSameSources();
		requireEqual(found, written);
		this.progress.ended("verify", new Counts(compared[0], compared[0], 0));
		contribution.getStepExecution().setReadCount(compared[0]);
		var jobContext = contribution.getStepExecution().getJobExecution().getExecutionContext();
		jobContext.putString(DIGEST, found.digest());
		found.documents().forEach((type, count) -> jobContext.putLong(DOCUMENTS + type.plural(), count));
		return RepeatStatus.FINISHED;
	}

	private void requireFewRejects(long rejected) {
		if (this.request.policy().isExceededBy(rejected)) {
			throw new JobFailure(ExitCode.REJECTS,
					"Too many rejects: %,d, and %,d allowed; nothing was announced. Mend ".formatted(rejected,
							this.request.policy().most())
							+ "the source, or leave them out with --on-reject=skip --max-rejects=" + rejected);
		}
	}

	private void requireSameSources() {
		if (!this.request.sources().digest().equals(this.sourcesDigest)) {
			this.store.discard(this.generation);
			throw new JobFailure(ExitCode.BAD_INPUT, "A source in " + this.request.sources().directory()
					+ " changed while it was migrated; nothing was announced. Run again when it is complete");
		}
	}

	private void requireEqual(Comparison found, Map<ContentType, Counts> written) {
		boolean sameCounts = written.entrySet()
			.stream()
			.allMatch((entry) -> entry.getValue().written() == found.documents().getOrDefault(entry.getKey(), -1L)
					&& entry.getValue().rejected() == found.rejected().getOrDefault(entry.getKey(), -1L));
		if (!found.equal() || !sameCounts) {
			this.store.discard(this.generation);
			String what = found.equal()
					? "written " + written + ", but read back " + found.documents() + " and rejected "
							+ found.rejected()
					: "%,d differences, the first: %s".formatted(found.differenceCount(), found.differences().get(0));
			throw new JobFailure(ExitCode.DIFFERENCES,
					"Generation %d is not what the source says; nothing was ".formatted(this.generation)
							+ "announced, and the next run begins a new generation. Found: " + what);
		}
	}

}
