package portage.api.batch;

import java.util.List;
import java.util.Optional;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.launch.NoSuchJobException;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.dao.EmptyResultDataAccessException;

/** The questions about runs. As long as the job has never run, the answers are empty. */
final class JobRuns {

	/**
	 * The repository can neither filter executions nor cut them into pages: so SQL finds
	 * which ones, and it tells them.
	 */
	private static final String MATCHING = """
			FROM BATCH_JOB_EXECUTION E JOIN BATCH_JOB_INSTANCE I ON I.JOB_INSTANCE_ID = E.JOB_INSTANCE_ID
			WHERE (:status = '' OR E.STATUS = :status) AND (:job = '' OR I.JOB_NAME = :job)""";

	private final JobTables tables;

	JobRuns(JobTables tables) {
		this.tables = tables;
	}

	/** Every job that has run, by name. */
	List<JobView> jobs() {
		return this.tables.ask((repository) -> repository.getJobNames()
			.stream()
			.sorted()
			.map((name) -> new JobView(name, instanceCount(repository, name)))
			.toList(), List.of());
	}

	/** The instances of a job with their executions, newest first. */
	Slice<InstanceView> instances(String job, Slice.Request page) {
		return this.tables.ask((repository) -> page.of(repository.getJobInstances(job, page.offset(), page.size())
			.stream()
			.map((instance) -> InstanceView.of(instance, repository.getJobExecutions(instance)))
			.toList(), instanceCount(repository, job)), page.of(List.of(), 0));
	}

	/**
	 * The executions with a status and of a job, newest first; an empty filter lets all
	 * pass.
	 */
	Slice<ExecutionView> executions(Optional<BatchStatus> status, String job, Slice.Request page) {
		String wanted = status.map(Enum::name).orElse("");
		Slice<Long> ids = this.tables.askSql((sql) -> {
			long total = sql.sql("SELECT COUNT(*) " + MATCHING)
				.param("status", wanted)
				.param("job", job)
				.query(Long.class)
				.single();
			return page.of(sql
				.sql("SELECT E.JOB_EXECUTION_ID " + MATCHING
						+ " ORDER BY E.JOB_EXECUTION_ID DESC LIMIT :size OFFSET :offset")
				.param("status", wanted)
				.param("job", job)
				.param("size", page.size())
				.param("offset", page.offset())
				.query(Long.class)
				.list(), total);
		}, page.of(List.of(), 0));
		return page.of(ids.items().stream().flatMap((id) -> execution(id).stream()).map(ExecutionView::of).toList(),
				ids.total());
	}

	/** One execution with its steps. */
	Optional<JobExecution> execution(long id) {
		return this.tables.ask((repository) -> {
			try {
				return Optional.ofNullable(repository.getJobExecution(id));
			}
			catch (EmptyResultDataAccessException ex) {
				return Optional.empty();
			}
		}, Optional.empty());
	}

	private static long instanceCount(JobRepository repository, String job) {
		try {
			return repository.getJobInstanceCount(job);
		}
		catch (NoSuchJobException ex) {
			return 0;
		}
	}

}
