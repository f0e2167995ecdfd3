package portage.job.backfill;

import java.util.EnumMap;
import java.util.Map;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.transaction.PlatformTransactionManager;

import portage.job.redis.GenerationStore;
import portage.job.source.SourceFile;
import portage.job.source.SourceItemReader;
import portage.model.content.ContentType;
import portage.model.source.SourceItem;

/**
 * The batch job: projects → resources → audit → verify → announce. Live edits will be
 * carried over between audit and verify.
 */
final class MigrationSteps {

	/** The name under which operators find the runs. */
	static final String JOB = "migrate";

	private final JobRepository repository;

	private final PlatformTransactionManager transactions;

	private final GenerationStore store;

	MigrationSteps(JobRepository repository, PlatformTransactionManager transactions, GenerationStore store) {
		this.repository = repository;
		this.transactions = transactions;
		this.store = store;
	}

	Job job(MigrationRequest request, long generation, VerifyStep verify, AnnounceStep announce,
			ProgressListener progress) {
		return new JobBuilder(JOB, this.repository).listener(begin(request, generation))
			.start(backfill(ContentType.PROJECT, request, generation, progress))
			.next(backfill(ContentType.RESOURCE, request, generation, progress))
			.next(backfill(ContentType.AUDIT, request, generation, progress))
			// Always verified anew: between a verification and a restart Redis may have
			// lost something.
			.next(new StepBuilder("verify", this.repository).allowStartIfComplete(true)
				.tasklet(verify, this.transactions)
				.build())
			.next(new StepBuilder("announce", this.repository).tasklet(announce, this.transactions).build())
			.build();
	}

	private Step backfill(ContentType type, MigrationRequest request, long generation, ProgressListener progress) {
		SourceFile file = request.sources().file(type);
		SourceItemReader reader = new SourceItemReader(file);
		ChunkWriter writer = new ChunkWriter(file, reader, this.store, generation, request.policy(), this.repository,
				progress);
		return new StepBuilder(type.plural(), this.repository).<SourceItem, SourceItem>chunk(request.chunkSize())
			.transactionManager(this.transactions)
			.reader(reader)
			.writer(writer)
			.listener((StepExecutionListener) writer)
			.build();
	}

	private JobExecutionListener begin(MigrationRequest request, long generation) {
		Map<ContentType, Long> totals = new EnumMap<>(ContentType.class);
		request.sources().files().forEach((type, file) -> totals.put(type, file.compressed() ? 0 : file.size()));
		return new JobExecutionListener() {

			@Override
			public void beforeJob(JobExecution execution) {
				MigrationSteps.this.store.begin(Long.toString(execution.getId()), generation, totals);
			}

		};
	}

}
