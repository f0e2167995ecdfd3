package portage.api.batch;

import java.util.Comparator;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepExecution;

/**
 * All about one execution, as it goes out.
 *
 * @param execution the same as in lists
 * @param steps in the order they ran
 * @param rejects null if they cannot be told
 * @param rejectsNote why they cannot be told; absent if they are
 */
record ExecutionDetail(@JsonUnwrapped ExecutionView execution, List<StepView> steps,
		@JsonInclude @Nullable RejectsView rejects,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String rejectsNote) {

	static ExecutionDetail of(JobExecution execution, Rejects rejects) {
		List<StepView> steps = execution.getStepExecutions()
			.stream()
			.sorted(Comparator.comparing(StepExecution::getId))
			.map(StepView::of)
			.toList();
		Long generation = execution.getJobParameters().getLong("generation");
		ExecutionView view = ExecutionView.of(execution);
		if (generation == null) {
			return new ExecutionDetail(view, steps, null, "the execution has no parameter generation");
		}
		try {
			return new ExecutionDetail(view, steps, rejects.of(generation), null);
		}
		catch (RuntimeException ex) {
			return new ExecutionDetail(view, steps, null, "rejects are kept in Redis, which does not answer now");
		}
	}

}
