package portage.testing;

import java.util.concurrent.TimeUnit;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import portage.model.content.ContentType;
import portage.model.migration.Announcement;
import portage.model.wire.RedisKeys;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class RealRedisTest {

	private final RedisKeys keys = new RedisKeys("test");

	@Test
	void keepsItsContentOverAKillAndAPause() {
		try (RealRedis redis = RealRedis.start()) {
			Announcement announced = AnnouncedContent.sample(redis, this.keys);
			assertThat(announced.documents().get(ContentType.PROJECT)).isGreaterThanOrEqualTo(6);
			redis.kill();
			redis.restart();
			redis.pause();
			redis.resume();
			redis.stop();
			redis.restart();
			assertThat(current(redis)).isEqualTo(announced);
			assertThat(AnnouncedContent.sample(redis, this.keys).previous()).isEqualTo(1);
		}
	}

	private Announcement current(RealRedis redis) {
		RedisClient client = RedisClient.create(redis.uri());
		try (StatefulRedisConnection<String, String> connection = client.connect()) {
			return Announcement.ofHash(connection.sync().hgetall(this.keys.current()));
		}
		finally {
			client.shutdown();
		}
	}

}
