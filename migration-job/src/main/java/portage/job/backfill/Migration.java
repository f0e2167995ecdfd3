package portage.job.backfill;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.configuration.JobRegistry;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;

import portage.job.ExitCode;
import portage.job.JobFailure;
import portage.job.backfill.MigrationOutcome.State;
import portage.job.backfill.MigrationOutcome.StepResult;
import portage.job.redis.Counts;
import portage.job.redis.GenerationStore;
import portage.job.redis.GenerationStore.Opened;
import portage.job.redis.OldGenerations;
import portage.job.redis.Preflight;
import portage.job.source.SourceItemReader;
import portage.job.verify.GenerationComparison;
import portage.model.content.ContentType;
import portage.model.migration.Announcement;
import portage.model.migration.RunState;
import portage.model.source.SourceFault;

/**
 * One run, from preflight to announcement.
 *
 * <p>
 * A run is identified by what it reads (SHA-256 of the sources) and what it writes
 * (keyspace and generation). As long as these are the same, it goes on where an earlier
 * one died; the same content as the current generation's is already migrated; anything
 * else is a new generation. The lease, under which only one worker does this, comes
 * before {@link GenerationStore#open}.
 */
public final class Migration {

	private static final int REJECTS_SHOWN = 1000;

	private final GenerationStore store;

	private final OldGenerations oldGenerations;

	private final Preflight preflight;

	private final GenerationComparison comparison;

	private final JobRepository repository;

	private final JobOperator operator;

	private final JobRegistry registry;

	private final PlatformTransactionManager transactions;

	private final Clock clock;

	private final String namespace;

	private final boolean cutover;

	/**
	 * With everything a run needs.
	 * @param cutover whether the first announcement moves reads to Redis
	 */
	public Migration(GenerationStore store, OldGenerations oldGenerations, Preflight preflight,
			GenerationComparison comparison, JobRepository repository, JobOperator operator, JobRegistry registry,
			PlatformTransactionManager transactions, Clock clock, String namespace, boolean cutover) {
		this.store = store;
		this.oldGenerations = oldGenerations;
		this.preflight = preflight;
		this.comparison = comparison;
		this.repository = repository;
		this.operator = operator;
		this.registry = registry;
		this.transactions = transactions;
		this.clock = clock;
		this.namespace = namespace;
		this.cutover = cutover;
	}

	/**
	 * Runs.
	 * @return how it ended; a failed run is an outcome, too
	 * @throws JobFailure if it could not begin
	 */
	public MigrationOutcome run(MigrationRequest request, ProgressListener progress) {
		this.preflight.check(request.sources().size());
		String sources = request.sources().digest();
		Optional<Announcement> current = this.store.current();
		if (current.isPresent() && current.get().sources().equals(sources)) {
			return alreadyMigrated(request, current.get(), progress);
		}
		Opened opened = this.store.open(sources, false);
		JobExecution last = last(parameters(request, sources, opened));
		if (opened.resumed() && (last == null || last.getStatus() == BatchStatus.COMPLETED)) {
			// Documents without a checkpoint, or a checkpoint without need: neither can
			// be gone on from.
			opened = this.store.open(sources, true);
			last = null;
		}
		Job job = job(request, sources, opened, current.map(Announcement::generation).orElse(0L), progress);
		JobExecution execution = (last != null) ? restart(job, last) : start(job, parameters(request, sources, opened));
		return outcome(execution, opened.generation());
	}

	private MigrationOutcome alreadyMigrated(MigrationRequest request, Announcement current,
			ProgressListener progress) {
		Opened announced = new Opened(this.store.mark(), current.generation(), true);
		JobExecution last = last(parameters(request, current.sources(), announced));
		if (last != null && last.getStatus() != BatchStatus.COMPLETED) {
			// It died between the announcement and the end of its record: complete the
			// record.
			Job job = job(request, current.sources(), announced, current.previous(), progress);
			return outcome(restart(job, last), current.generation());
		}
		return new MigrationOutcome(State.ALREADY_MIGRATED, current.generation(), Optional.of(current), Map.of(),
				List.of(), null);
	}

	private JobParameters parameters(MigrationRequest request, String sources, Opened opened) {
		return new JobParametersBuilder().addString("sources", sources)
			.addString("target", this.namespace + '@' + opened.mark())
			.addLong("generation", opened.generation())
			.addString("directory", request.sources().directory(), false)
			.toJobParameters();
	}

	private Job job(MigrationRequest request, String sources, Opened opened, long previous, ProgressListener progress) {
		JobParameters parameters = parameters(request, sources, opened);
		VerifyStep verify = new VerifyStep(request, sources, opened.generation(), this.store, this.comparison,
				() -> counts(parameters), progress);
		AnnounceStep announce = new AnnounceStep(sources, opened.generation(), previous, this.cutover, this.store,
				this.oldGenerations, this.clock);
		return new MigrationSteps(this.repository, this.transactions, this.store).job(request, opened.generation(),
				verify, announce, progress);
	}

	private @Nullable JobExecution last(JobParameters parameters) {
		try {
			return this.repository.getLastJobExecution(MigrationSteps.JOB, parameters);
		}
		catch (DataAccessException | TransactionException ex) {
			throw repositoryFailure(ex);
		}
	}

	private JobExecution start(Job job, JobParameters parameters) {
		try {
			return this.operator.start(job, parameters);
		}
		catch (DataAccessException | TransactionException ex) {
			throw repositoryFailure(ex);
		}
		catch (Exception ex) { // checked exceptions about the instance, which was just
								// looked up
			throw new JobFailure(ExitCode.INFRASTRUCTURE, "The run could not start: " + ex.getMessage(), ex);
		}
	}

	private JobExecution restart(Job job, JobExecution last) {
		try {
			this.registry.register(job);
			JobExecution ended = last;
			if (last.isRunning() || last.getStatus() == BatchStatus.UNKNOWN) {
				// Its process is gone; that nobody else works is what the lease will make
				// sure of.
				ended = this.operator.recover(last);
			}
			return this.operator.restart(ended);
		}
		catch (DataAccessException | TransactionException ex) {
			throw repositoryFailure(ex);
		}
		catch (Exception ex) {
			throw new JobFailure(ExitCode.INFRASTRUCTURE, "The run could not go on: " + ex.getMessage(), ex);
		}
	}

	private Map<ContentType, Counts> counts(JobParameters parameters) {
		Map<ContentType, Counts> counts = new EnumMap<>(ContentType.class);
		results(parameters).forEach((type, result) -> counts.put(type, result.counts()));
		return counts;
	}

	private Map<ContentType, StepResult> results(JobParameters parameters) {
		Map<ContentType, StepResult> results = new EnumMap<>(ContentType.class);
		var instance = this.repository.getJobInstance(MigrationSteps.JOB, parameters);
		for (ContentType type : ContentType.values()) {
			StepExecution step = (instance != null) ? this.repository.getLastStepExecution(instance, type.plural())
					: null;
			if (step != null) {
				Duration duration = (step.getStartTime() != null && step.getEndTime() != null)
						? Duration.between(step.getStartTime(), step.getEndTime()) : Duration.ZERO;
				results.put(type,
						new StepResult(ChunkWriter.counts(step.getExecutionContext()),
								SourceItemReader.bytes(step.getExecutionContext()), duration.toMillis() / 1000.0,
								ChunkWriter.unknownFields(step.getExecutionContext())));
			}
		}
		return results;
	}

	private MigrationOutcome outcome(JobExecution execution, long generation) {
		JobFailure failure = (execution.getStatus() == BatchStatus.COMPLETED) ? null : failure(execution);
		try {
			Map<ContentType, StepResult> steps = results(execution.getJobParameters());
			boolean rejected = steps.values().stream().anyMatch((step) -> step.counts().rejected() > 0)
					|| (failure != null && failure.exitCode() == ExitCode.REJECTS);
			if (failure != null) {
				this.store.report(RunState.FAILED);
			}
			return new MigrationOutcome((failure != null) ? State.FAILED : State.MIGRATED, generation,
					this.store.current(), steps, rejected ? this.store.rejects(generation, REJECTS_SHOWN) : List.of(),
					failure);
		}
		catch (JobFailure | DataAccessException | TransactionException ex) {
			if (failure == null) {
				throw ex;
			}
			// What failed first matters more than that it cannot be described in full.
			return new MigrationOutcome(State.FAILED, generation, Optional.empty(), Map.of(), List.of(), failure);
		}
	}

	private static JobFailure failure(JobExecution execution) {
		List<Throwable> causes = execution.getAllFailureExceptions()
			.stream()
			.flatMap((failure) -> Stream.iterate(failure, (cause) -> cause != null, Throwable::getCause))
			.toList();
		for (Throwable cause : causes) {
			if (cause instanceof JobFailure failure) {
				return failure;
			}
			if (cause instanceof SourceFault fault) {
				return new JobFailure(ExitCode.BAD_INPUT, fault.getMessage() + ". Nothing was announced", fault);
			}
		}
		for (Throwable cause : causes) {
			if (cause instanceof DataAccessException || cause instanceof TransactionException
					|| cause instanceof SQLException) {
				return repositoryFailure(cause);
			}
		}
		JobFailure defect = new JobFailure(ExitCode.DEFECT,
				"This is a fault of Portage; please report it. The run ended as " + execution.getStatus() + ": "
						+ causes);
		execution.getAllFailureExceptions().forEach(defect::addSuppressed);
		return defect;
	}

	private static JobFailure repositoryFailure(Throwable cause) {
		return new JobFailure(ExitCode.INFRASTRUCTURE, "The job repository could not be used: " + cause.getMessage()
				+ ". Check portage.repository.url; run the same command again when it answers", cause);
	}

}
