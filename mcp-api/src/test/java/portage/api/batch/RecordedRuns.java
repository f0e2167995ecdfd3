package portage.api.batch;

import java.time.LocalDateTime;

import javax.sql.DataSource;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Writes what a job writes, through the real job repository. */
final class RecordedRuns {

	private final JobRepository repository;

	RecordedRuns(DataSource database, String platform) throws Exception {
		new ResourceDatabasePopulator(
				new ClassPathResource("org/springframework/batch/core/schema-" + platform + ".sql"))
			.execute(database);
		JdbcJobRepositoryFactoryBean factory = new JdbcJobRepositoryFactoryBean();
		factory.setDataSource(database);
		factory.setTransactionManager(new JdbcTransactionManager(database));
		factory.afterPropertiesSet();
		this.repository = factory.getObject();
	}

	/** A run whose steps wrote everything. */
	long completed(long generation) {
		return run(generation, BatchStatus.COMPLETED, ExitStatus.COMPLETED);
	}

	/**
	 * A run that failed in its only step, with a stack trace as Spring Batch keeps it.
	 */
	long failed(long generation) {
		return run(generation, BatchStatus.FAILED, ExitStatus.FAILED
			.addExitDescription(new IllegalStateException("resources.json:3:7: ends inside an element")));
	}

	private long run(long generation, BatchStatus status, ExitStatus exit) {
		JobParameters parameters = new JobParametersBuilder().addLong("generation", generation)
			.addString("sources", "%064x".formatted(generation))
			.addString("source", "/content", false)
			.toJobParameters();
		JobInstance instance = this.repository.createJobInstance("migrate", parameters);
		ExecutionContext context = new ExecutionContext();
		context.put("checkpoint", new JobsOwn(7));
		JobExecution execution = this.repository.createJobExecution(instance, parameters, context);
		execution.setStartTime(LocalDateTime.now());
		StepExecution step = this.repository.createStepExecution("projects", execution);
		step.setStartTime(LocalDateTime.now());
		step.getExecutionContext().put("checkpoint", new JobsOwn(8));
		step.setReadCount(12);
		step.setWriteCount(9);
		step.setFilterCount(3);
		step.setCommitCount(2);
		step.setRollbackCount(1);
		step.setStatus(status);
		step.setExitStatus(exit);
		step.setEndTime(LocalDateTime.now());
		this.repository.update(step);
		this.repository.updateExecutionContext(step);
		execution.setStatus(status);
		execution.setExitStatus(exit);
		execution.setEndTime(LocalDateTime.now());
		this.repository.update(execution);
		return execution.getId();
	}

	/** What only the job can turn back into an object. */
	record JobsOwn(long offset) implements java.io.Serializable {

		private Object readResolve() {
			throw new IllegalStateException("somebody read the job's checkpoint");
		}

	}

}
