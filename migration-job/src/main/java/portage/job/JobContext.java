package portage.job;

import java.time.Clock;
import java.time.Duration;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import org.springframework.batch.core.configuration.JobRegistry;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.transaction.PlatformTransactionManager;

import portage.job.backfill.Migration;
import portage.job.export.GenerationExport;
import portage.job.redis.GenerationReader;
import portage.job.redis.GenerationStore;
import portage.job.redis.OldGenerations;
import portage.job.redis.Preflight;
import portage.job.verify.GenerationComparison;
import portage.model.wire.RedisKeys;

/**
 * What the commands are made of. Everything is lazy, so that only {@code migrate} opens
 * the job repository; and nothing is auto-configured, since a process that lives for
 * seconds should not spend them on conditions.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@Import(RepositoryContext.class)
class JobContext {

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

	@Bean
	RedisKeys redisKeys(@Value("${portage.namespace}") String namespace) {
		return new RedisKeys(namespace);
	}

	@Bean
	LettuceConnectionFactory redisConnections(@Value("${portage.redis.url}") String url,
			@Value("${portage.redis.connect-timeout}") Duration connectTimeout,
			@Value("${portage.redis.timeout}") Duration timeout) {
		RedisURI uri = redisUri(url);
		LettuceClientConfiguration client = LettuceClientConfiguration.builder()
			.apply(uri)
			.commandTimeout(timeout)
			.clientOptions(ClientOptions.builder()
				// A chunk that may or may not have arrived ends the run; the next one
				// goes on from the checkpoint.
				.disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
				.socketOptions(SocketOptions.builder().connectTimeout(connectTimeout).build())
				.build())
			.build();
		return new LettuceConnectionFactory(LettuceConnectionFactory.createRedisConfiguration(uri), client);
	}

	/** Does not repeat the URL, which may hold a password. */
	private static RedisURI redisUri(String url) {
		try {
			return RedisURI.create(url);
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException("portage.redis.url must be a URL like redis://localhost:6379", ex);
		}
	}

	@Bean
	GenerationStore generationStore(RedisConnectionFactory connections, RedisKeys keys, Clock clock) {
		return new GenerationStore(connections, keys, clock);
	}

	@Bean
	GenerationReader generationReader(RedisConnectionFactory connections, RedisKeys keys) {
		return new GenerationReader(connections, keys);
	}

	@Bean
	GenerationComparison generationComparison(GenerationReader reader) {
		return new GenerationComparison(reader);
	}

	@Bean
	GenerationExport generationExport(GenerationReader reader) {
		return new GenerationExport(reader);
	}

	@Bean
	Preflight preflight(RedisConnectionFactory connections) {
		return new Preflight(connections);
	}

	@Bean
	Migration migration(GenerationStore store, RedisConnectionFactory connections, RedisKeys keys, Preflight preflight,
			GenerationComparison comparison, JobRepository repository, JobOperator operator, JobRegistry registry,
			PlatformTransactionManager transactions, Clock clock, @Value("${portage.auto-cutover}") boolean cutover) {
		return new Migration(store, new OldGenerations(connections, keys), preflight, comparison, repository, operator,
				registry, transactions, clock, keys.namespace(), cutover);
	}

}
