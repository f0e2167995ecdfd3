package portage.api.content;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;

import portage.api.content.Origin.Source;
import portage.api.content.PageQuery.Mark;
import portage.api.redis.ReadClient;
import portage.api.redis.RedisFailure;
import portage.model.content.ContentType;
import portage.model.wire.RedisKeys;
import portage.model.wire.RedisScript;

/**
 * The announced generation. Each question is one script and one round trip, so that
 * pointer and content belong together even while another generation is being announced.
 */
public final class RedisContent implements ContentStore {

	private final ReadClient redis;

	private final RedisKeys keys;

	RedisContent(ReadClient redis, RedisKeys keys) {
		this.redis = redis;
		this.keys = keys;
	}

	@Override
	public Found find(ContentType type, String id) {
		List<?> answer = run(RedisScript.READ_DOCUMENT,
				List.of(this.keys.prefix(), type.key(), id, type.plural(), this.keys.listingName(type)));
		if (answer.size() == 1) {
			return new Found(origin(answer), Optional.empty());
		}
		return new Found(origin(answer), Optional.of(document(id, answer.get(2), answer.get(1))));
	}

	@Override
	public Page page(PageQuery query) {
		ContentType type = query.type();
		Mark after = query.after();
		List<String> arguments = new ArrayList<>(List.of(this.keys.prefix(), type.key(), type.plural(),
				this.keys.listingName(type), query.descending() ? "desc" : "asc",
				(query.lowest() == Long.MIN_VALUE) ? "-inf" : Long.toString(query.lowest()),
				(query.highest() == Long.MAX_VALUE) ? "+inf" : Long.toString(query.highest()),
				Integer.toString(query.limit()), (after != null) ? Long.toString(after.score()) : "",
				(after != null) ? after.id() : ""));
		arguments.addAll(query.facets());
		List<?> answer = run(RedisScript.READ_PAGE, arguments);
		List<StoredDocument> documents = new ArrayList<>();
		for (int i = 3; i < answer.size(); i += 3) {
			documents.add(document(text(answer.get(i)), answer.get(i + 1), answer.get(i + 2)));
		}
		return new Page(origin(answer), number(answer.get(1)), documents, number(answer.get(2)) == 1);
	}

	@Override
	public Counts counts(ContentType type, List<String> facets) {
		List<String> arguments = new ArrayList<>(
				List.of(this.keys.prefix(), type.key(), type.plural(), this.keys.listingName(type)));
		arguments.addAll(facets);
		List<?> answer = run(RedisScript.COUNT_FACETS, arguments);
		Map<String, Long> byFacet = new HashMap<>();
		for (int i = 0; i < facets.size(); i++) {
			byFacet.put(facets.get(i), number(answer.get(4 + i)));
		}
		return new Counts(origin(answer), number(answer.get(1)), byFacet, score(answer.get(2)), score(answer.get(3)));
	}

	private List<?> run(RedisScript script, List<String> arguments) {
		try {
			List<?> answer = this.redis.run(script, this.keys.current(), arguments);
			if (number(answer.get(0)) == 0) {
				throw new StoreUnavailable("Redis has no announcement at " + this.keys.current());
			}
			return answer;
		}
		catch (RedisFailure ex) {
			throw new StoreUnavailable(
					ex.answered() ? "Redis refuses: " + ex.getMessage() : "Redis does not answer: " + ex.getMessage(),
					ex);
		}
	}

	private static Origin origin(List<?> answer) {
		return new Origin(Source.REDIS, false, number(answer.get(0)));
	}

	private static StoredDocument document(String id, @Nullable Object score, @Nullable Object json) {
		return new StoredDocument(id, Long.parseLong(text(score)), (byte[]) Objects.requireNonNull(json));
	}

	private static long number(@Nullable Object value) {
		return (Long) Objects.requireNonNull(value);
	}

	private static String text(@Nullable Object value) {
		return new String((byte[]) Objects.requireNonNull(value), StandardCharsets.UTF_8);
	}

	private static OptionalLong score(@Nullable Object value) {
		String text = text(value);
		return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of((long) Double.parseDouble(text));
	}

}
