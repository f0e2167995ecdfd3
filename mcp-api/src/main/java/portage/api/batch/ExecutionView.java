package portage.api.batch;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameter;

/**
 * One try to run a job to its end, as it goes out.
 *
 * @param id of the execution
 * @param instanceId what it is a try of
 * @param job its name
 * @param status Spring Batch's word, such as {@code COMPLETED}
 * @param exitCode what it ended with; {@code UNKNOWN} while it runs
 * @param exitMessage the first line of why it ended so; empty if there is nothing to say
 * @param createdAt when it was asked for
 * @param startedAt absent if it has not started
 * @param endedAt absent if it has not ended, or was killed
 * @param updatedAt when it last said something
 * @param parameters by name
 */
record ExecutionView(long id, long instanceId, String job, String status, String exitCode, String exitMessage,
		@Nullable Instant createdAt, @Nullable Instant startedAt, @Nullable Instant endedAt,
		@Nullable Instant updatedAt, Map<String, Object> parameters) {

	private static final int LONGEST_MESSAGE = 1000;

	static ExecutionView of(JobExecution execution) {
		Map<String, Object> parameters = new TreeMap<>();
		for (JobParameter<?> parameter : execution.getJobParameters()) {
			parameters.put(parameter.name(), shown(parameter.value()));
		}
		return new ExecutionView(execution.getId(), execution.getJobInstanceId(),
				execution.getJobInstance().getJobName(), execution.getStatus().name(),
				execution.getExitStatus().getExitCode(), firstLine(execution.getExitStatus().getExitDescription()),
				instant(execution.getCreateTime()), instant(execution.getStartTime()), instant(execution.getEndTime()),
				instant(execution.getLastUpdated()), parameters);
	}

	private static Object shown(@Nullable Object value) {
		return (value instanceof Number || value instanceof Boolean) ? value : String.valueOf(value);
	}

	/** The repository keeps a stack trace behind it, which is for logs. */
	static String firstLine(String description) {
		String line = description.strip().lines().findFirst().orElse("").strip();
		return (line.length() > LONGEST_MESSAGE) ? line.substring(0, LONGEST_MESSAGE) + "…" : line;
	}

	/**
	 * The repository keeps times of the wall clock: so job and API have to be in one time
	 * zone.
	 */
	static @Nullable Instant instant(@Nullable LocalDateTime time) {
		return (time != null) ? time.atZone(ZoneId.systemDefault()).toInstant() : null;
	}

}
