package portage.api.rest;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

import org.apache.tomcat.util.http.InvalidParameterException;

import portage.api.content.StoreUnavailable;
import portage.api.query.ErrorCode;
import portage.api.query.InvalidArguments;

/**
 * Makes every failure under this server a problem detail with a {@code code}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457: Problem Details for
 * HTTP APIs</a>
 */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class Problems extends ResponseEntityExceptionHandler {

	private static final Logger logger = LoggerFactory.getLogger(Problems.class);

	private static final String CODE = "code";

	@ExceptionHandler
	ProblemDetail notFound(DocumentNotFound ex) {
		return problem(HttpStatus.NOT_FOUND, ex.code().name(), ex.getMessage());
	}

	@ExceptionHandler
	ProblemDetail invalid(InvalidArguments ex) {
		ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, ErrorCode.VALIDATION_FAILED.name(), ex.getMessage());
		List<Map<String, String>> details = ex.faults()
			.stream()
			.map((fault) -> Map.of("pointer", fault.pointer(), "reason", fault.reason()))
			.toList();
		problem.setProperty("details", details);
		return problem;
	}

	@ExceptionHandler
	ProblemDetail unreadable(InvalidParameterException ex) {
		return problem(HttpStatus.BAD_REQUEST, ErrorCode.VALIDATION_FAILED.name(),
				"The query string is not UTF-8 in percent-encoding");
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> unavailable(StoreUnavailable ex) {
		logger.warn("Content cannot be read: {}", ex.getMessage());
		return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
			.header(HttpHeaders.RETRY_AFTER, "5")
			.body(problem(HttpStatus.SERVICE_UNAVAILABLE, ErrorCode.STORE_UNAVAILABLE.name(),
					"The content cannot be read now; try again in a few seconds"));
	}

	@ExceptionHandler
	ProblemDetail unforeseen(RuntimeException ex) {
		String reference = UUID.randomUUID().toString();
		logger.error("A request failed (reference {})", reference, ex);
		return problem(HttpStatus.INTERNAL_SERVER_ERROR, ErrorCode.INTERNAL_ERROR.name(),
				"This failed through no fault of the request; an operator finds it in the log as " + reference);
	}

	/**
	 * What Spring itself refuses, unknown routes above all, gets the name of its status
	 * as its code.
	 */
	@Override
	protected @Nullable ResponseEntity<Object> handleExceptionInternal(Exception ex, @Nullable Object body,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		ResponseEntity<Object> response = super.handleExceptionInternal(ex, body, headers, status, request);
		if (response != null && response.getBody() instanceof ProblemDetail problem
				&& (problem.getProperties() == null || !problem.getProperties().containsKey(CODE))) {
			problem.setProperty(CODE, codeOf(status));
		}
		return response;
	}

	static ProblemDetail problem(HttpStatus status, String code, @Nullable String detail) {
		ProblemDetail problem = ProblemDetail.forStatus(status);
		problem.setDetail(detail);
		problem.setProperty(CODE, code);
		return problem;
	}

	static String codeOf(HttpStatusCode status) {
		HttpStatus known = HttpStatus.resolve(status.value());
		return (known != null) ? known.name() : "HTTP_" + status.value();
	}

}
