package portage.api.migration;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import portage.api.content.BundledContent;
import portage.api.content.ContentStore;
import portage.api.content.Counts;
import portage.api.content.Found;
import portage.api.content.Page;
import portage.api.content.PageQuery;
import portage.api.content.RedisContent;
import portage.api.content.StoreUnavailable;
import portage.api.redis.RedisFailure;
import portage.model.content.ContentType;

/**
 * Asks the store that the phase asks for. Where Redis should answer but cannot, JSON
 * answers and says so; a read that Redis does not answer falls back alone, until the
 * watch has seen that Redis is gone.
 */
public final class PhasedContent implements ContentStore {

	private static final Logger logger = LoggerFactory.getLogger(PhasedContent.class);

	private final BundledContent json;

	private final BundledContent fallback;

	private final RedisContent redis;

	private final MigrationWatch watch;

	private final boolean forceJson;

	private final AtomicBoolean refused = new AtomicBoolean();

	PhasedContent(BundledContent json, RedisContent redis, MigrationWatch watch, boolean forceJson) {
		this.json = json;
		this.fallback = json.degraded();
		this.redis = redis;
		this.watch = watch;
		this.forceJson = forceJson;
	}

	@Override
	public Found find(ContentType type, String id) {
		return ask((store) -> store.find(type, id));
	}

	@Override
	public Page page(PageQuery query) {
		return ask((store) -> store.page(query));
	}

	@Override
	public Counts counts(ContentType type, List<String> facets) {
		return ask((store) -> store.counts(type, facets));
	}

	/** Which store answers now, and whether it stands in for another. */
	public Reads reads() {
		Reads asked = asked();
		return (asked == Reads.REDIS && this.refused.get()) ? Reads.FALLBACK : asked;
	}

	private Reads asked() {
		MigrationState state = this.watch.state();
		if (this.forceJson || (state.known() && !state.phase().readsRedis())) {
			return Reads.JSON;
		}
		return state.redisAnswers() ? Reads.REDIS : Reads.FALLBACK;
	}

	private <A> A ask(Function<ContentStore, A> question) {
		return switch (asked()) {
			case JSON -> question.apply(this.json);
			case FALLBACK -> question.apply(this.fallback);
			case REDIS -> askRedis(question);
		};
	}

	private <A> A askRedis(Function<ContentStore, A> question) {
		try {
			A answer = question.apply(this.redis);
			this.refused.set(false);
			return answer;
		}
		catch (StoreUnavailable ex) {
			if (ex.getCause() instanceof RedisFailure failure && !failure.answered()) {
				this.watch.doubtRedis();
			}
			else if (this.refused.compareAndSet(false, true)) {
				logger.warn("JSON answers in place of Redis: {}", ex.getMessage());
			}
			return question.apply(this.fallback);
		}
	}

	/** Which store answers. */
	public enum Reads {

		/** JSON, because it should. */
		JSON,

		/** JSON, because Redis should but is away. */
		FALLBACK,

		/** Redis; for a single answer JSON may still step in. */
		REDIS

	}

}
