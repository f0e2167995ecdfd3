package portage.job.backfill;

import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

import portage.job.ExitCode;
import portage.job.JobFailure;
import portage.job.redis.GenerationStore;
import portage.job.redis.OldGenerations;
import portage.model.content.ContentType;
import portage.model.migration.Announcement;

/**
 * Says "this copy is complete and verified: use it", and removes what nobody can return
 * to.
 */
final class AnnounceStep implements Tasklet {

	private final String sourcesDigest;

	private final long generation;

	private final long previous;

	private final boolean cutover;

	private final GenerationStore store;

	private final OldGenerations oldGenerations;

	private final Clock clock;

	AnnounceStep(String sourcesDigest, long generation, long previous, boolean cutover, GenerationStore store,
			OldGenerations oldGenerations, Clock clock) {
		this.sourcesDigest = sourcesDigest;
		this.generation = generation;
		this.previous = previous;
		this.cutover = cutover;
		this.store = store;
		this.oldGenerations = oldGenerations;
		this.clock = clock;
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
		Announcement announcement = announcement(contribution.getStepExecution().getJobExecution());
		Optional<String> faster = this.store.announce(announcement, this.cutover);
		if (faster.isPresent()) {
			throw new JobFailure(ExitCode.INFRASTRUCTURE,
					"Another run announced generation %s while this one wrote %d; nothing was announced by this one. "
						.formatted(faster.get(), this.generation) + "Run again to migrate on top of it");
		}
		this.oldGenerations.remove(this.store.known(), announcement);
		return RepeatStatus.FINISHED;
	}

	private Announcement announcement(JobExecution execution) {
		ExecutionContext verified = execution.getExecutionContext();
		Map<ContentType, Long> documents = new EnumMap<>(ContentType.class);
		for (ContentType type : ContentType.values()) {
			documents.put(type, verified.getLong(VerifyStep.DOCUMENTS + type.plural()));
		}
		return new Announcement(this.generation, this.previous, documents, verified.getString(VerifyStep.DIGEST),
				this.sourcesDigest, Long.toString(execution.getId()), this.clock.instant());
	}

}
