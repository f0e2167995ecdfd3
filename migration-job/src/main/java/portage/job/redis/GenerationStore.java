package portage.job.redis;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.connection.ReturnType;

import portage.model.content.ContentType;
import portage.model.migration.Announcement;
import portage.model.migration.RunState;
import portage.model.source.Document;
import portage.model.source.Reject;
import portage.model.wire.CanonicalJson;
import portage.model.wire.RedisKeys;
import portage.model.wire.RedisScript;

/**
 * Writes generations. Every verb is one script or one pipeline, whatever the number of
 * documents.
 *
 * <p>
 * A chunk that is written again, because its checkpoint was lost, leaves the same keys
 * with the same bytes.
 */
public final class GenerationStore {

	private final RedisCalls redis;

	private final RedisKeys keys;

	private final Clock clock;

	/** A store on the server that the connections lead to. */
	public GenerationStore(RedisConnectionFactory connections, RedisKeys keys, Clock clock) {
		this.redis = new RedisCalls(connections);
		this.keys = keys;
		this.clock = clock;
	}

	/** What reads go to now; empty if nothing was ever announced. */
	public Optional<Announcement> current() {
		Map<String, String> hash = this.redis.hash(this.keys.current());
		return hash.isEmpty() ? Optional.empty() : Optional.of(Announcement.ofHash(hash));
	}

	/**
	 * The generation that a run writes.
	 *
	 * @param mark tells this keyspace from one that was there before a flush
	 * @param generation its number
	 * @param resumed whether it was open already, for the same sources
	 */
	public record Opened(String mark, long generation, boolean resumed) {
	}

	/**
	 * Gives a run its generation.
	 * @param sources SHA-256 of what the run reads
	 * @param fresh whether to begin a new one even if one is open for these sources
	 */
	public Opened open(String sources, boolean fresh) {
		List<Object> answer = this.redis.script(RedisScript.OPEN_GENERATION, ReturnType.MULTI,
				List.of(this.keys.generations()), bytes(sources), bytes(fresh ? "fresh" : "resume"),
				bytes(UUID.randomUUID().toString()));
		return new Opened(text(answer.get(0)), (Long) answer.get(1), "open".equals(text(answer.get(2))));
	}

	/**
	 * What tells this keyspace from one that was there before a flush; empty if no run
	 * ever began.
	 */
	public String mark() {
		return this.redis.hash(this.keys.generations()).getOrDefault("mark", "");
	}

	/** The generations that hold anything, in order. */
	public List<Long> known() {
		return this.redis.hash(this.keys.generations())
			.keySet()
			.stream()
			.filter((name) -> name.matches("g\\d+"))
			.map((name) -> Long.valueOf(name.substring(1)))
			.sorted()
			.toList();
	}

	/**
	 * Takes a generation that turned out wrong away from its sources, so that the next
	 * run begins a new one.
	 */
	public void discard(long generation) {
		this.redis.call("discard generation " + generation, (connection) -> {
			connection.hashCommands().hSet(bytes(this.keys.generations()), bytes("g" + generation), bytes("discarded"));
			return connection.hashCommands().hDel(bytes(this.keys.generations()), bytes("open"), bytes("sources"));
		});
	}

	/**
	 * Tells the API that a run begins or goes on. What was counted for the same
	 * generation stays.
	 * @param totalBytes how much there is to read, by type; 0 where that is unknown
	 */
	public void begin(String runId, long generation, Map<ContentType, Long> totalBytes) {
		Map<String, String> before = this.redis.hash(this.keys.progress());
		if (!Long.toString(generation).equals(before.get("generation"))) {
			this.redis.call("clear the progress",
					(connection) -> connection.keyCommands().del(bytes(this.keys.progress())));
		}
		Map<String, String> fields = new LinkedHashMap<>();
		fields.put("runId", runId);
		fields.put("generation", Long.toString(generation));
		fields.put("state", RunState.RUNNING.key());
		fields.put("startedAt", now());
		fields.put("updatedAt", now());
		totalBytes.forEach((type, total) -> fields.put(type.key() + ":totalBytes", Long.toString(total)));
		this.redis.putAll(this.keys.progress(), fields);
	}

	/** Tells the API how the run is doing. */
	public void report(RunState state) {
		this.redis.putAll(this.keys.progress(), Map.of("state", state.key(), "updatedAt", now()));
	}

	/**
	 * What one chunk changes.
	 *
	 * @param type of its documents
	 * @param documents in the order of the source
	 * @param rejects found while reading
	 * @param before what was counted before this chunk
	 * @param offset how far the source is read with it, in bytes
	 */
	public record ChunkToWrite(ContentType type, List<Document> documents, List<Reject> rejects, Counts before,
			long offset) {
	}

	/**
	 * Writes a chunk in one round trip.
	 * @return for each document whose id stands already at another position, its index in
	 * the chunk and that position
	 */
	public Map<Integer, Long> write(long generation, ChunkToWrite chunk) {
		ContentType type = chunk.type();
		List<byte[]> arguments = new ArrayList<>(16 + chunk.documents().size() * 10);
		arguments.add(bytes(this.keys.content(generation, type)));
		arguments.add(bytes(type.key()));
		arguments.add(number(chunk.before().read() + chunk.documents().size() + chunk.rejects().size()));
		arguments.add(number(chunk.before().rejected() + chunk.rejects().size()));
		arguments.add(number(chunk.before().written()));
		arguments.add(number(chunk.offset()));
		arguments.add(bytes(now()));
		arguments.add(number(chunk.rejects().size()));
		for (Reject reject : chunk.rejects()) {
			arguments.add(bytes(field(reject)));
			arguments.add(json(reject));
		}
		arguments.add(number(chunk.documents().size()));
		for (Document document : chunk.documents()) {
			arguments.add(bytes(document.id()));
			arguments.add(number(document.position()));
			arguments.add(number(document.score()));
			arguments.add(document.json());
			arguments.add(number(document.facets().size()));
			document.facets().forEach((facet) -> arguments.add(bytes(facet)));
		}
		List<Long> answer = this.redis.script(RedisScript.WRITE_CHUNK, ReturnType.MULTI,
				List.of(this.keys.order(generation, type), this.keys.listing(generation, type),
						this.keys.facets(generation, type), this.keys.rejects(generation), this.keys.progress()),
				arguments.toArray(byte[][]::new));
		Map<Integer, Long> duplicates = new LinkedHashMap<>();
		for (int i = 0; i < answer.size(); i += 2) {
			duplicates.put(answer.get(i).intValue(), answer.get(i + 1));
		}
		return duplicates;
	}

	/** Keeps rejects that were found only while writing. */
	public void keep(long generation, List<Reject> rejects) {
		Map<byte[], byte[]> fields = new LinkedHashMap<>();
		rejects.forEach((reject) -> fields.put(bytes(field(reject)), json(reject)));
		this.redis.call("keep rejects", (connection) -> {
			connection.hashCommands().hMSet(bytes(this.keys.rejects(generation)), fields);
			return fields.size();
		});
	}

	/**
	 * The first rejects of a generation's run in the order of the sources, at most so
	 * many; memory does not grow with how many there are.
	 */
	public List<Reject> rejects(long generation, int most) {
		TreeSet<Reject> first = new TreeSet<>(Comparator.comparing(Reject::type).thenComparing(Reject::position));
		this.redis.scan(this.keys.rejects(generation), (json) -> {
			first.add(CanonicalJson.STRICT.readValue(json, Reject.class));
			if (first.size() > most) {
				first.pollLast();
			}
		});
		return List.copyOf(first);
	}

	/**
	 * Makes a generation the current one, together with everything that is said about it.
	 * @param previous what was current when this run began; 0 if nothing
	 * @param cutover whether the first announcement moves reads to Redis
	 * @return the generation that was announced instead by a faster run; empty if this
	 * one is current now
	 */
	public Optional<String> announce(Announcement announcement, boolean cutover) {
		List<byte[]> arguments = new ArrayList<>();
		arguments.add(number(announcement.generation()));
		arguments.add(number(announcement.previous()));
		arguments.add(bytes(Boolean.toString(cutover)));
		arguments.add(bytes(now()));
		announcement.toHash().forEach((name, value) -> {
			arguments.add(bytes(name));
			arguments.add(bytes(value));
		});
		byte[] answer = this.redis.script(
				RedisScript.ANNOUNCE, ReturnType.VALUE, List.of(this.keys.current(), this.keys.control(),
						this.keys.generations(), this.keys.progress(), this.keys.notices()),
				arguments.toArray(byte[][]::new));
		String text = text(answer);
		return text.equals("announced") ? Optional.empty() : Optional.of(text.substring(text.indexOf(' ') + 1));
	}

	private static String field(Reject reject) {
		return reject.type().key() + ':' + reject.position();
	}

	private static byte[] json(Reject reject) {
		return CanonicalJson.STRICT.writeValueAsBytes(reject);
	}

	private String now() {
		return this.clock.instant().toString();
	}

	static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static byte[] number(long number) {
		return bytes(Long.toString(number));
	}

	static String text(@Nullable Object bytes) {
		return (bytes instanceof byte[] raw) ? new String(raw, StandardCharsets.UTF_8) : String.valueOf(bytes);
	}

}
