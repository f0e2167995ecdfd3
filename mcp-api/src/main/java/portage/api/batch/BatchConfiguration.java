package portage.api.batch;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import portage.api.redis.ReadClient;
import portage.model.wire.RedisKeys;

/** The beans of this room. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RepositoryProperties.class)
class BatchConfiguration {

	@Bean
	JobTables jobTables(RepositoryProperties properties) {
		return new JobTables(properties);
	}

	@Bean
	Rejects rejects(ReadClient redis, RedisKeys keys) {
		return new RedisRejects(redis, keys);
	}

	@Bean
	JobRuns jobRuns(JobTables tables) {
		return new JobRuns(tables);
	}

}
