package portage.api.migration;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import portage.api.redis.ReadClient;
import portage.api.redis.RedisFailure;
import portage.model.migration.Announcement;
import portage.model.wire.RedisKeys;

/**
 * Looks at the state of the migration in Redis, again and again. It alone finds out that
 * Redis is back; a failing read makes it look sooner.
 */
public final class MigrationWatch implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(MigrationWatch.class);

	private final ReadClient redis;

	private final RedisKeys keys;

	private final Duration interval;

	private final Clock clock;

	private final ScheduledExecutorService poller = Executors.newSingleThreadScheduledExecutor((task) -> {
		Thread thread = new Thread(task, "migration-watch");
		thread.setDaemon(true);
		return thread;
	});

	private volatile MigrationState state;

	private volatile boolean running;

	private final AtomicBoolean doubted = new AtomicBoolean();

	MigrationWatch(ReadClient redis, RedisKeys keys, Duration interval, Clock clock) {
		this.redis = redis;
		this.keys = keys;
		this.interval = interval;
		this.clock = clock;
		this.state = MigrationState.unknown(clock.instant());
	}

	/** What was last seen. */
	public MigrationState state() {
		return this.state;
	}

	/**
	 * A read was not answered. Whether Redis is silent, or only that one answer was slow,
	 * shows a look at once.
	 */
	void doubtRedis() {
		if (this.running && this.doubted.compareAndSet(false, true)) {
			this.poller.execute(() -> {
				this.doubted.set(false);
				look();
			});
		}
	}

	private void redisIsSilent(String reason) {
		change((last) -> last.withTrouble(reason, this.clock.instant()));
	}

	private void look() {
		try {
			// The control state first: who sees a phase that reads Redis then sees its
			// announcement, too.
			Map<String, String> control = this.redis.hash(this.keys.control());
			Map<String, String> current = this.redis.hash(this.keys.current());
			Map<String, String> progress = this.redis.hash(this.keys.progress());
			change((last) -> next(last, control, current, progress));
		}
		catch (RedisFailure ex) {
			if (!this.running) {
				return; // The client ended under this look, and nobody reads any more.
			}
			redisIsSilent(String.valueOf(ex.getMessage()));
			if (!ex.answered()) {
				reconnect();
			}
		}
		catch (RuntimeException ex) { // else the schedule would end without a word
			logger.error("Cannot look at the state of the migration", ex);
		}
	}

	private MigrationState next(MigrationState last, Map<String, String> control, Map<String, String> current,
			Map<String, String> progress) {
		if (control.isEmpty() && current.isEmpty() && last.announcement().isPresent()) {
			return last.withTrouble("Redis has lost the announcement at " + this.keys.current(), this.clock.instant());
		}
		try {
			return last.seen(control, current, progress, this.clock.instant());
		}
		catch (RuntimeException ex) {
			return last.withTrouble("Redis holds a state that is not understood: " + ex.getMessage(),
					this.clock.instant());
		}
	}

	private void reconnect() {
		try {
			this.redis.reconnect();
		}
		catch (RuntimeException ex) {
			logger.debug("The connection that was given up resists", ex);
		}
	}

	private synchronized void change(UnaryOperator<MigrationState> step) {
		MigrationState last = this.state;
		MigrationState next = step.apply(last);
		this.state = next;
		tell(last, next);
	}

	private static void tell(MigrationState last, MigrationState next) {
		if (next.trouble() != null && last.trouble() == null) {
			logger.warn("Redis cannot be used, JSON answers where Redis should: {}", next.trouble());
		}
		if (next.redisAnswers() && !last.redisAnswers()) {
			logger.info("Redis can be used");
		}
		if (next.known() && (!last.known() || next.epoch() != last.epoch() || next.phase() != last.phase())) {
			logger.info("Phase {} (epoch {}): content is read from {}", next.phase().key(), next.epoch(),
					next.phase().readsRedis() ? "Redis" : "JSON");
		}
		if (next.known() && !next.announcement().equals(last.announcement())) {
			logger.info("Announced: {}", next.announcement().map(MigrationWatch::describe).orElse("nothing"));
		}
	}

	private static String describe(Announcement announcement) {
		return "g" + announcement.generation() + " of " + announcement.completedAt();
	}

	/**
	 * Looks once before the web server opens, so that the first caller already gets the
	 * right store.
	 */
	@Override
	public void start() {
		this.running = true;
		look();
		if (!this.state.redisAnswers()) {
			look(); // The first look also loads the client, which on a busy machine can
					// outlast the timeout.
		}
		this.poller.scheduleWithFixedDelay(this::look, this.interval.toMillis(), this.interval.toMillis(),
				TimeUnit.MILLISECONDS);
	}

	@Override
	public void stop() {
		this.running = false;
		this.poller.shutdownNow();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public int getPhase() {
		return 0; // The web server's is far higher: it starts later and stops earlier.
	}

}
