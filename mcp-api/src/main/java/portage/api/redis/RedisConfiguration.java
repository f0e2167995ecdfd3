package portage.api.redis;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.MaintNotificationsConfig;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.protocol.ProtocolVersion;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

import portage.api.redis.RedisProperties.Redis;
import portage.api.redis.RedisProperties.Server;
import portage.model.wire.RedisKeys;

/** Both clients, and what tells whether they reach their servers. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RedisProperties.class)
class RedisConfiguration {

	private static final Logger logger = LoggerFactory.getLogger(RedisConfiguration.class);

	/**
	 * So many commands may wait for an answer; more are refused at once, which is better
	 * than to wait in line.
	 */
	private static final int QUEUE = 1000;

	@Bean
	RedisKeys redisKeys(RedisProperties properties) {
		return new RedisKeys(properties.namespace());
	}

	@Bean(destroyMethod = "shutdown")
	ClientResources redisResources() {
		return ClientResources.builder()
			.ioThreadPoolSize(2)
			.computationThreadPoolSize(2)
			.reconnectDelay(Delay.equalJitter(100, 1000, 100, TimeUnit.MILLISECONDS))
			.build();
	}

	@Bean
	ReadClient readClient(RedisProperties properties, ClientResources resources) {
		Server server = properties.redis().read();
		logger.info("Reads use Redis at {}, namespace {}", server.address(), properties.namespace());
		return new ReadClient(connections("portage-api-read", server, properties.redis(), resources));
	}

	@Bean
	WriteClient writeClient(RedisProperties properties, ClientResources resources) {
		Server server = properties.redis().write();
		if (!server.isConfigured()) {
			logger.info("portage.redis.write.url is empty: this deployment only reads");
			return new WriteClient(null);
		}
		return new WriteClient(connections("portage-api-write", server, properties.redis(), resources));
	}

	@Bean
	HealthIndicator redisReadHealthIndicator(RedisProperties properties, ReadClient client) {
		return new RedisHealth(properties.redis().read().address(), client.connections());
	}

	@Bean
	HealthIndicator redisWriteHealthIndicator(RedisProperties properties, WriteClient client) {
		LettuceConnectionFactory connections = client.connections();
		if (connections == null) {
			return () -> Health.up().withDetail("deployment", "read-only").build();
		}
		return new RedisHealth(properties.redis().write().address(), connections);
	}

	private static LettuceConnectionFactory connections(String name, Server server, Redis redis,
			ClientResources resources) {
		LettuceClientConfiguration.LettuceClientConfigurationBuilder client = LettuceClientConfiguration.builder()
			.clientName(name)
			.clientResources(resources)
			.clientOptions(options(redis))
			.commandTimeout(redis.timeout())
			.shutdownQuietPeriod(Duration.ZERO)
			.shutdownTimeout(Duration.ofSeconds(1));
		if (server.uri().isSsl()) {
			client.useSsl();
		}
		LettuceConnectionFactory connections = new LettuceConnectionFactory(
				LettuceConnectionFactory.createRedisConfiguration(server.uri()), client.build());
		connections.afterPropertiesSet();
		connections.start();
		return connections;
	}

	private static ClientOptions options(Redis redis) {
		return ClientOptions.builder()
			// A command that waits for a connection could still be sent long after its
			// caller has gone.
			.disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
			.requestQueueSize(QUEUE)
			.socketOptions(SocketOptions.builder().connectTimeout(redis.connectTimeout()).keepAlive(true).build())
			.timeoutOptions(TimeoutOptions.enabled(redis.timeout()))
			// RESP2: every server and proxy speaks it, and nothing here needs more.
			.protocolVersion(ProtocolVersion.RESP2)
			.maintNotificationsConfig(MaintNotificationsConfig.disabled())
			.build();
	}

}
