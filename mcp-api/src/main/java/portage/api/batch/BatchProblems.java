package portage.api.batch;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * What goes wrong here, as problem details.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
@RestControllerAdvice(assignableTypes = BatchEndpoints.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class BatchProblems {

	private static final Logger log = LoggerFactory.getLogger(BatchProblems.class);

	private final RepositoryProperties repository;

	BatchProblems(RepositoryProperties repository) {
		this.repository = repository;
	}

	@ExceptionHandler
	ProblemDetail unavailable(RepositoryUnavailable ex) {
		log.warn("The job repository ({}) does not answer: {}", this.repository,
				String.valueOf(NestedExceptionUtils.getMostSpecificCause(ex)));
		return problem(HttpStatus.SERVICE_UNAVAILABLE, "REPOSITORY_UNAVAILABLE",
				"The job repository does not answer. Content is served all the same. Check that the database of "
						+ "portage.repository.url is up and lets this API in, and try again.");
	}

	@ExceptionHandler
	ProblemDetail notFound(ExecutionNotFound ex) {
		return problem(HttpStatus.NOT_FOUND, "EXECUTION_NOT_FOUND", String.valueOf(ex.getMessage()));
	}

	@ExceptionHandler
	ProblemDetail invalid(IllegalArgumentException ex) {
		return problem(HttpStatus.BAD_REQUEST, "VALIDATION_FAILED", String.valueOf(ex.getMessage()));
	}

	@ExceptionHandler
	ProblemDetail mistyped(MethodArgumentTypeMismatchException ex) {
		return problem(HttpStatus.BAD_REQUEST, "VALIDATION_FAILED",
				ex.getName() + " must be a whole number, but is '" + ex.getValue() + "'");
	}

	private static ProblemDetail problem(HttpStatus status, String code, String detail) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
		problem.setProperty("code", code);
		return problem;
	}

}
