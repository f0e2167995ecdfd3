package portage.api.content;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import portage.api.redis.ReadClient;
import portage.model.wire.RedisKeys;

/** The stores of this room. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ContentProperties.class)
class ContentConfiguration {

	@Bean
	BundledContent bundledContent(ContentProperties properties) {
		return BundledContent.load(properties.json().directory());
	}

	@Bean
	RedisContent redisContent(ReadClient redis, RedisKeys keys) {
		return new RedisContent(redis, keys);
	}

}
