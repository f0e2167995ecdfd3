package portage.api.batch;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.step.StepExecution;

/**
 * One step of an execution, as it goes out.
 *
 * @param id of the step's execution
 * @param name {@code projects}, {@code resources}, {@code audit}, {@code verify} or
 * {@code announce}
 * @param status Spring Batch's word, such as {@code COMPLETED}
 * @param exitCode what it ended with
 * @param exitMessage the first line of why it ended so; empty if there is nothing to say
 * @param startedAt absent if it has not started
 * @param endedAt absent if it has not ended, or was killed
 * @param readCount items read
 * @param writeCount items handed to the writer
 * @param filterCount items left out on the way there
 * @param commitCount chunks whose checkpoint is kept
 * @param rollbackCount chunks whose checkpoint is not
 */
record StepView(long id, String name, String status, String exitCode, String exitMessage, @Nullable Instant startedAt,
		@Nullable Instant endedAt, long readCount, long writeCount, long filterCount, long commitCount,
		long rollbackCount) {

	static StepView of(StepExecution step) {
		return new StepView(step.getId(), step.getStepName(), step.getStatus().name(),
				step.getExitStatus().getExitCode(), ExecutionView.firstLine(step.getExitStatus().getExitDescription()),
				ExecutionView.instant(step.getStartTime()), ExecutionView.instant(step.getEndTime()),
				step.getReadCount(), step.getWriteCount(), step.getFilterCount(), step.getCommitCount(),
				step.getRollbackCount());
	}

}
