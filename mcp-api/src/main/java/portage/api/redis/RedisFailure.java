package portage.api.redis;

import io.lettuce.core.RedisCommandExecutionException;

/** Redis did not do what was asked. */
public final class RedisFailure extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final boolean answered;

	private RedisFailure(String message, boolean answered, Throwable cause) {
		super(message, cause);
		this.answered = answered;
	}

	static RedisFailure of(RuntimeException failure) {
		Throwable cause = failure;
		for (Throwable next = failure; next != null; next = next.getCause()) {
			cause = next;
			if (next instanceof RedisCommandExecutionException) {
				return new RedisFailure(String.valueOf(next.getMessage()), true, failure);
			}
		}
		return new RedisFailure(String.valueOf(cause.getMessage()), false, failure);
	}

	/**
	 * Whether Redis answered, with an error. If not, whoever asks again may have to wait
	 * as long again.
	 */
	public boolean answered() {
		return this.answered;
	}

}
