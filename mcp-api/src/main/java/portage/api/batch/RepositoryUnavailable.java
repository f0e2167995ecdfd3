package portage.api.batch;

/** The job repository cannot be asked now. */
final class RepositoryUnavailable extends RuntimeException {

	private static final long serialVersionUID = 1L;

	RepositoryUnavailable(Throwable cause) {
		super("the job repository does not answer", cause);
	}

}
