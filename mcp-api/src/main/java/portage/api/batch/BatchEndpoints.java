package portage.api.batch;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.springframework.batch.core.BatchStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was run, for operators; nothing here changes anything. */
@RestController
@RequestMapping("/api/batch")
class BatchEndpoints {

	private final JobRuns runs;

	private final Rejects rejects;

	BatchEndpoints(JobRuns runs, Rejects rejects) {
		this.runs = runs;
		this.rejects = rejects;
	}

	@GetMapping("/jobs")
	Map<String, List<JobView>> jobs() {
		return Map.of("items", this.runs.jobs());
	}

	@GetMapping("/jobs/{name}/instances")
	Slice<InstanceView> instances(@PathVariable String name, @RequestParam(defaultValue = "0") int page,
			@RequestParam(defaultValue = "20") int size) {
		return this.runs.instances(name, new Slice.Request(page, size));
	}

	@GetMapping("/executions")
	Slice<ExecutionView> executions(@RequestParam(defaultValue = "") String status,
			@RequestParam(defaultValue = "") String job, @RequestParam(defaultValue = "0") int page,
			@RequestParam(defaultValue = "20") int size) {
		return this.runs.executions(status(status), job, new Slice.Request(page, size));
	}

	@GetMapping("/executions/{id}")
	ExecutionDetail execution(@PathVariable long id) {
		return this.runs.execution(id)
			.map((execution) -> ExecutionDetail.of(execution, this.rejects))
			.orElseThrow(() -> new ExecutionNotFound(id));
	}

	private static Optional<BatchStatus> status(String wanted) {
		if (wanted.isEmpty()) {
			return Optional.empty();
		}
		return Optional.of(Arrays.stream(BatchStatus.values())
			.filter((status) -> status.name().equals(wanted.toUpperCase(Locale.ROOT)))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException(
					"status must be one of " + Arrays.toString(BatchStatus.values()) + ", but is '" + wanted + "'")));
	}

}
