package portage.job.redis;

import java.util.List;
import java.util.Set;

import org.springframework.data.redis.connection.RedisConnectionFactory;

import portage.model.content.ContentType;
import portage.model.migration.Announcement;
import portage.model.wire.RedisKeys;

/**
 * Removes the generations that nobody can return to: all but the current one, the one
 * before it, and what is being written. It unlinks in small batches, so that Redis goes
 * on answering, and goes on where it was broken off.
 */
public final class OldGenerations {

	private static final int BATCH = 1000;

	private final RedisCalls redis;

	private final RedisKeys keys;

	/** For the server that the connections lead to. */
	public OldGenerations(RedisConnectionFactory connections, RedisKeys keys) {
		this.redis = new RedisCalls(connections);
		this.keys = keys;
	}

	/**
	 * Removes everything older than the announced generation but the one before it.
	 * @param known the generations that hold anything
	 * @return the generations that were removed
	 */
	public List<Long> remove(List<Long> known, Announcement current) {
		List<Long> old = known.stream()
			.filter((generation) -> generation < current.generation() && generation != current.previous())
			.toList();
		old.forEach(this::remove);
		return old;
	}

	private void remove(long generation) {
		for (ContentType type : ContentType.values()) {
			removeDocuments(generation, type);
			removeFacets(generation, type);
		}
		this.redis.call("forget generation " + generation, (connection) -> {
			connection.keyCommands().unlink(bytes(this.keys.rejects(generation)));
			return connection.hashCommands().hDel(bytes(this.keys.generations()), bytes("g" + generation));
		});
	}

	private void removeDocuments(long generation, ContentType type) {
		byte[] order = bytes(this.keys.order(generation, type));
		while (true) {
			Set<byte[]> ids = this.redis.call("list old documents",
					(connection) -> connection.zSetCommands().zRange(order, 0, BATCH - 1));
			if (ids.isEmpty()) {
				break;
			}
			this.redis.pipeline("unlink old documents", (connection) -> {
				connection.keyCommands()
					.unlink(ids.stream()
						.map((id) -> bytes(this.keys.document(generation, type, GenerationStore.text(id))))
						.toArray(byte[][]::new));
				connection.zSetCommands().zRemRange(order, 0, ids.size() - 1);
			});
		}
		this.redis.call("unlink an old listing",
				(connection) -> connection.keyCommands().unlink(bytes(this.keys.listing(generation, type))));
	}

	private void removeFacets(long generation, ContentType type) {
		byte[] facets = bytes(this.keys.facets(generation, type));
		while (true) {
			List<byte[]> some = this.redis.call("list old facets",
					(connection) -> connection.setCommands().sRandMember(facets, BATCH));
			if (some.isEmpty()) {
				return;
			}
			this.redis.pipeline("unlink old facets", (connection) -> {
				connection.keyCommands()
					.unlink(some.stream()
						.map((facet) -> bytes(this.keys.facet(generation, type, GenerationStore.text(facet))))
						.toArray(byte[][]::new));
				connection.setCommands().sRem(facets, some.toArray(byte[][]::new));
			});
		}
	}

	private static byte[] bytes(String text) {
		return GenerationStore.bytes(text);
	}

}
