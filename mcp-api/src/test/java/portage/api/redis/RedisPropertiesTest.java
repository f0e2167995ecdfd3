package portage.api.redis;

import java.time.Duration;
import java.util.Map;

import io.lettuce.core.RedisURI;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import portage.api.redis.RedisProperties.Redis;
import portage.api.redis.RedisProperties.Server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

class RedisPropertiesTest {

	@Test
	void hasTheseDefaults() {
		Server server = new Server("redis://localhost:6379", null, null);
		assertThat(bound(Map.of())).isEqualTo(new RedisProperties("portage",
				new Redis(server, server, Duration.ofMillis(500), Duration.ofSeconds(1))));
	}

	@Test
	void hasTheseNames() {
		RedisProperties properties = bound(Map.of("portage.namespace", "n", "portage.redis.timeout", "1s",
				"portage.redis.connect-timeout", "2s", "portage.redis.read.url", "redis://a:1",
				"portage.redis.read.username", "b", "portage.redis.read.password", "c", "portage.redis.write.url",
				"redis://d:2", "portage.redis.write.username", "e", "portage.redis.write.password", "f"));
		assertThat(properties).isEqualTo(new RedisProperties("n", new Redis(new Server("redis://a:1", "b", "c"),
				new Server("redis://d:2", "e", "f"), Duration.ofSeconds(1), Duration.ofSeconds(2))));
	}

	@Test
	void anEmptyWriteUrlMeansAReadOnlyDeployment() {
		assertThat(bound(Map.of("portage.redis.write.url", "")).redis().write().isConfigured()).isFalse();
	}

	@Test
	void refusesWhatCannotWork() {
		assertRefused("portage.redis.read.url", "", "portage.redis.read.url must not be empty");
		assertRefused("portage.redis.timeout", "0s", "portage.redis.timeout must be more than 0");
		assertRefused("portage.redis.connect-timeout", "-1s", "portage.redis.connect-timeout must be more than 0");
	}

	@Test
	void tellsNoPassword() {
		Server server = new Server("redis://user:geheim@host:7", "other", "secret");
		assertThat(server).asString().isEqualTo("host:7");
		assertThat(new Redis(server, server, Duration.ofSeconds(1), Duration.ofSeconds(1))).asString()
			.doesNotContain("geheim", "secret");
	}

	@Test
	void understandsTls() {
		RedisURI uri = new Server("rediss://host:7", null, null).uri();
		assertThat(uri.isSsl()).isTrue();
	}

	private static void assertRefused(String name, String value, String message) {
		assertThatException().isThrownBy(() -> bound(Map.of(name, value)))
			.havingRootCause()
			.withMessageContaining(message);
	}

	private static RedisProperties bound(Map<String, String> settings) {
		return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("portage", RedisProperties.class);
	}

}
