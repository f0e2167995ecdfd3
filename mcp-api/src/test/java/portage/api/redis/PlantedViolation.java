package portage.api.redis;

import portage.api.content.ContentStore;
import portage.job.PlantedJob;

/** Breaks every rule of the architecture test, so that each of them is seen failing. */
final class PlantedViolation {

	private PlantedViolation() {
	}

	static boolean isEither(Object object) {
		return object instanceof ContentStore || object instanceof PlantedJob;
	}

}
