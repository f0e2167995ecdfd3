package portage.model.wire;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import portage.testing.RealRedis;

import static org.assertj.core.api.Assertions.assertThat;

class RedisScriptTest {

	/**
	 * Only scripts with this line refuse as a whole when memory is short or a slot is
	 * missing.
	 */
	@ParameterizedTest
	@EnumSource
	void beginsWithTheLineThatMakesItAllOrNothing(RedisScript script) {
		assertThat(script.text()).startsWith("#!lua");
		assertThat(script.text().lines().findFirst()).get()
			.isEqualTo(script.name().startsWith("READ_") || script.name().startsWith("COUNT_") ? "#!lua flags=no-writes"
					: "#!lua");
	}

	@Test
	void isLoadedByARealRedisUnderItsName() {
		try (RealRedis redis = RealRedis.start()) {
			RedisClient client = RedisClient.create(redis.uri());
			try (StatefulRedisConnection<String, String> connection = client.connect()) {
				for (RedisScript script : RedisScript.values()) {
					assertThat(connection.sync().scriptLoad(script.text())).as(script.name()).isEqualTo(script.sha1());
				}
			}
			finally {
				client.shutdown();
			}
		}
	}

}
