package portage.model.content;

import io.lettuce.core.RedisClient;

import portage.model.wire.RedisKeys;

/** Breaks every rule of the architecture test, so that each of them is seen failing. */
final class PlantedViolation {

	private PlantedViolation() {
	}

	static String keyOf(RedisClient client) {
		return new RedisKeys(client.toString()).current();
	}

}
