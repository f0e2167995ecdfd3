package portage.api.batch;

/** There is no execution with that id. */
final class ExecutionNotFound extends RuntimeException {

	private static final long serialVersionUID = 1L;

	ExecutionNotFound(long id) {
		super("there is no execution " + id + "; GET /api/batch/executions lists them");
	}

}
