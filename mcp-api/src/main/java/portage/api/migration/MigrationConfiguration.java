package portage.api.migration;

import java.time.Clock;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

import portage.api.content.BundledContent;
import portage.api.content.RedisContent;
import portage.api.redis.ReadClient;
import portage.model.wire.RedisKeys;

/** The watch, and the store that goes by it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MigrationProperties.class)
class MigrationConfiguration {

	@Bean
	MigrationWatch migrationWatch(ReadClient redis, RedisKeys keys, MigrationProperties properties, Clock clock) {
		return new MigrationWatch(redis, keys, properties.migration().pollInterval(), clock);
	}

	@Bean
	@Primary
	PhasedContent phasedContent(BundledContent json, RedisContent redis, MigrationWatch watch,
			MigrationProperties properties) {
		return new PhasedContent(json, redis, watch, properties.forceJson());
	}

	@Bean
	HealthIndicator migrationHealthIndicator(MigrationWatch watch, PhasedContent content) {
		return new MigrationHealth(watch, content);
	}

}
