package portage.api.redis;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/**
 * Whether one client reaches its server, answered within a second: whoever asks while a
 * question is on its way waits for that one, so that a server that hangs never holds more
 * than one thread.
 */
final class RedisHealth implements HealthIndicator {

	private static final Duration PATIENCE = Duration.ofSeconds(1);

	private final String address;

	private final RedisConnectionFactory connections;

	private @Nullable CompletableFuture<String> asked;

	RedisHealth(String address, RedisConnectionFactory connections) {
		this.address = address;
		this.connections = connections;
	}

	@Override
	public Health health() {
		Health.Builder health = Health.down();
		try {
			String answer = question().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
			health = Health.up().withDetail("answer", answer);
		}
		catch (TimeoutException ex) {
			health.withDetail("reason", "no answer within " + PATIENCE.toMillis() + " ms");
		}
		catch (ExecutionException ex) {
			RuntimeException cause = (ex.getCause() instanceof RuntimeException failure) ? failure
					: new IllegalStateException(ex);
			health.withDetail("reason", String.valueOf(RedisFailure.of(cause).getMessage()));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		return health.withDetail("address", this.address).build();
	}

	private synchronized CompletableFuture<String> question() {
		CompletableFuture<String> pending = this.asked;
		if (pending == null || pending.isDone()) {
			pending = new CompletableFuture<>();
			this.asked = pending;
			Thread thread = new Thread(answerTo(pending), "redis-health");
			thread.setDaemon(true);
			thread.start();
		}
		return pending;
	}

	private Runnable answerTo(CompletableFuture<String> question) {
		return () -> {
			try (RedisConnection connection = this.connections.getConnection()) {
				question.complete(String.valueOf(connection.ping()));
			}
			catch (RuntimeException ex) {
				question.completeExceptionally(ex);
			}
		};
	}

}
