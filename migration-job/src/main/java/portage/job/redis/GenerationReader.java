package portage.job.redis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.connection.RedisConnectionFactory;

import portage.job.ExitCode;
import portage.job.JobFailure;
import portage.model.content.ContentType;
import portage.model.source.Document;
import portage.model.wire.RedisKeys;

/** Reads generations back, many documents in a round trip. */
public final class GenerationReader {

	private final RedisCalls redis;

	private final RedisKeys keys;

	/** A reader on the server that the connections lead to. */
	public GenerationReader(RedisConnectionFactory connections, RedisKeys keys) {
		this.redis = new RedisCalls(connections);
		this.keys = keys;
	}

	/**
	 * What Redis holds of a document.
	 *
	 * @param json its bytes; null if there is none
	 * @param position its place in the order; null if it has none
	 * @param lacking the facets and the listing it should be found by, but is not
	 */
	public record ReadBack(byte @Nullable [] json, @Nullable Long position, List<String> lacking) {
	}

	/** What Redis holds of some documents of one type, in their order; one round trip. */
	public List<ReadBack> readBack(long generation, ContentType type, List<Document> documents) {
		Map<String, List<Integer>> byFacet = new LinkedHashMap<>();
		for (int i = 0; i < documents.size(); i++) {
			for (String facet : documents.get(i).facets()) {
				byFacet.computeIfAbsent(facet, (any) -> new ArrayList<>()).add(i);
			}
		}
		byte[][] ids = documents.stream().map((document) -> bytes(document.id())).toArray(byte[][]::new);
		List<Object> answers = this.redis.pipeline("read documents back", (connection) -> {
			connection.stringCommands()
				.mGet(documents.stream()
					.map((document) -> bytes(this.keys.document(generation, type, document.id())))
					.toArray(byte[][]::new));
			connection.zSetCommands().zMScore(bytes(this.keys.order(generation, type)), ids);
			connection.zSetCommands().zMScore(bytes(this.keys.listing(generation, type)), ids);
			byFacet.forEach((facet, members) -> connection.zSetCommands()
				.zMScore(bytes(this.keys.facet(generation, type, facet)),
						members.stream().map((i) -> ids[i]).toArray(byte[][]::new)));
		});
		List<?> json = (List<?>) answers.get(0);
		List<?> positions = (List<?>) answers.get(1);
		List<?> listed = (List<?>) answers.get(2);
		List<List<String>> lacking = new ArrayList<>();
		for (int i = 0; i < documents.size(); i++) {
			lacking.add(new ArrayList<>());
			if (!isScore(listed.get(i), documents.get(i).score())) {
				lacking.get(i).add("listing");
			}
		}
		int answer = 3;
		for (Map.Entry<String, List<Integer>> facet : byFacet.entrySet()) {
			List<?> scores = (List<?>) answers.get(answer++);
			for (int m = 0; m < scores.size(); m++) {
				int i = facet.getValue().get(m);
				if (!isScore(scores.get(m), documents.get(i).score())) {
					lacking.get(i).add(facet.getKey());
				}
			}
		}
		List<ReadBack> result = new ArrayList<>();
		for (int i = 0; i < documents.size(); i++) {
			result.add(new ReadBack((byte[]) json.get(i), longOf(positions.get(i)), lacking.get(i)));
		}
		return result;
	}

	/**
	 * A document as it stands in a generation.
	 *
	 * @param id unique within its type
	 * @param position its place in the order
	 * @param json its canonical bytes
	 */
	public record Stored(String id, long position, byte[] json) {
	}

	/**
	 * Some documents in the order of the source.
	 * @param from how many to leave out before
	 * @return at most {@code count}; empty behind the last
	 * @throws JobFailure if one is listed but not there
	 */
	public List<Stored> slice(long generation, ContentType type, long from, int count) {
		Map<String, Long> positions = order(generation, type, from, count);
		if (positions.isEmpty()) {
			return List.of();
		}
		List<byte[]> json = this.redis.call("read documents",
				(connection) -> connection.stringCommands()
					.mGet(positions.keySet()
						.stream()
						.map((id) -> bytes(this.keys.document(generation, type, id)))
						.toArray(byte[][]::new)));
		List<Stored> documents = new ArrayList<>();
		for (Map.Entry<String, Long> entry : positions.entrySet()) {
			byte[] document = json.get(documents.size());
			if (document == null) {
				throw new JobFailure(ExitCode.DIFFERENCES, "Generation %d lists %s %s, but holds no such document"
					.formatted(generation, type.key(), entry.getKey()));
			}
			documents.add(new Stored(entry.getKey(), entry.getValue(), document));
		}
		return documents;
	}

	/** The ids of a slice of the order with their positions, in order. */
	public Map<String, Long> order(long generation, ContentType type, long from, int count) {
		Map<String, Long> positions = new LinkedHashMap<>();
		this.redis
			.call("read the order",
					(connection) -> connection.zSetCommands()
						.zRangeWithScores(bytes(this.keys.order(generation, type)), from, from + count - 1))
			.forEach((member) -> positions.put(GenerationStore.text(member.getValue()), member.getScore().longValue()));
		return positions;
	}

	/**
	 * How many members the order, the listing and each facet of a generation have; facets
	 * under their own names.
	 */
	public Map<String, Long> sizes(long generation, ContentType type) {
		List<String> facets = this.redis
			.call("read facets",
					(connection) -> connection.setCommands().sMembers(bytes(this.keys.facets(generation, type))))
			.stream()
			.map(GenerationStore::text)
			.sorted()
			.toList();
		List<Object> answers = this.redis.pipeline("count documents", (connection) -> {
			connection.zSetCommands().zCard(bytes(this.keys.order(generation, type)));
			connection.zSetCommands().zCard(bytes(this.keys.listing(generation, type)));
			facets.forEach((facet) -> connection.zSetCommands().zCard(bytes(this.keys.facet(generation, type, facet))));
		});
		Map<String, Long> sizes = new LinkedHashMap<>();
		sizes.put("order", (Long) answers.get(0));
		sizes.put("listing", (Long) answers.get(1));
		for (int i = 0; i < facets.size(); i++) {
			sizes.put(facets.get(i), (Long) answers.get(i + 2));
		}
		return sizes;
	}

	private static boolean isScore(@Nullable Object found, long expected) {
		return found instanceof Number number && number.longValue() == expected;
	}

	private static @Nullable Long longOf(@Nullable Object score) {
		return (score instanceof Number number) ? number.longValue() : null;
	}

	private static byte[] bytes(String text) {
		return GenerationStore.bytes(text);
	}

}
