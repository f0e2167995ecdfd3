package portage.api.batch;

import java.util.Comparator;
import java.util.List;

import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;

/**
 * A job with the content it works on, as it goes out.
 *
 * @param id of the instance
 * @param job its name
 * @param executions every try to complete it, newest first
 */
record InstanceView(long id, String job, List<ExecutionView> executions) {

	static InstanceView of(JobInstance instance, List<JobExecution> executions) {
		return new InstanceView(instance.getInstanceId(), instance.getJobName(),
				executions.stream()
					.sorted(Comparator.comparing(JobExecution::getId).reversed())
					.map(ExecutionView::of)
					.toList());
	}

}
