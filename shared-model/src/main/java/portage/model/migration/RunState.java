package portage.model.migration;

import java.util.Arrays;
import java.util.Optional;

/** How the latest run is doing. */
public enum RunState {

	/** Documents are being written. */
	RUNNING("running"),

	/** Every document is written and is being read back. */
	VERIFYING("verifying"),

	/** The generation is announced. */
	COMPLETED("completed"),

	/** It ended without announcing anything; it can be started again. */
	FAILED("failed"),

	/** It was asked to stop at a checkpoint; it can be started again. */
	STOPPED("stopped");

	private final String key;

	RunState(String key) {
		this.key = key;
	}

	/** The word in Redis and in answers. */
	public String key() {
		return this.key;
	}

	/** The state of a word; empty if there is none. */
	public static Optional<RunState> of(String key) {
		return Arrays.stream(values()).filter((state) -> state.key.equals(key)).findFirst();
	}

}
