package portage.api.batch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.springframework.data.redis.core.Cursor;
import org.springframework.data.redis.core.HashOperations;
import org.springframework.data.redis.core.ScanOptions;
import org.springframework.data.redis.core.StringRedisTemplate;
import tools.jackson.databind.JsonNode;

import portage.api.redis.ReadClient;
import portage.model.wire.CanonicalJson;
import portage.model.wire.RedisKeys;

/**
 * Rejects as the job keeps them in Redis, where they are written together with the chunk
 * they belong to.
 */
final class RedisRejects implements Rejects {

	/**
	 * Above it, the first ones the server hands out are shown: to find the first of the
	 * source would read them all.
	 */
	private static final int MOST_SORTED = 1000;

	private static final Comparator<JsonNode> BY_PLACE = Comparator
		.comparing((JsonNode reject) -> reject.path("type").asString(""))
		.thenComparing((reject) -> reject.path("position").asLong(0));

	private final ReadClient redis;

	private final RedisKeys keys;

	RedisRejects(ReadClient redis, RedisKeys keys) {
		this.redis = redis;
		this.keys = keys;
	}

	@Override
	public RejectsView of(long generation) {
		return this.redis.ask((template) -> read(template, generation));
	}

	private RejectsView read(StringRedisTemplate template, long generation) {
		HashOperations<String, String, String> hashes = template.opsForHash();
		String key = this.keys.rejects(generation);
		long total = hashes.size(key);
		List<JsonNode> items = ((total <= MOST_SORTED) ? hashes.values(key) : some(hashes, key)).stream()
			.map(CanonicalJson.STRICT::readTree)
			.sorted(BY_PLACE)
			.limit(RejectsView.MOST)
			.toList();
		return new RejectsView(generation, total, items);
	}

	private static List<String> some(HashOperations<String, String, String> hashes, String key) {
		List<String> found = new ArrayList<>();
		try (Cursor<Map.Entry<String, String>> cursor = hashes.scan(key,
				ScanOptions.scanOptions().count(RejectsView.MOST).build())) {
			while (found.size() < RejectsView.MOST && cursor.hasNext()) {
				found.add(cursor.next().getValue());
			}
		}
		return found;
	}

}
