package portage.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import io.lettuce.core.RedisClient;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.ByteArrayCodec;

import portage.model.content.ContentType;
import portage.model.migration.Announcement;
import portage.model.source.Checkpoint;
import portage.model.source.Document;
import portage.model.source.DocumentReader;
import portage.model.source.SourceForm;
import portage.model.source.SourceItem;
import portage.model.wire.Digests;
import portage.model.wire.RedisKeys;
import portage.model.wire.RedisScript;

/**
 * Puts content into Redis and announces it with the job's own scripts, for tests that may
 * not know the job.
 */
public final class AnnouncedContent {

	private static final int CHUNK = 500;

	private final RedisCommands<byte[], byte[]> redis;

	private final RedisKeys keys;

	private final long generation;

	private AnnouncedContent(RedisCommands<byte[], byte[]> redis, RedisKeys keys) {
		this.redis = redis;
		this.keys = keys;
		List<?> opened = run(RedisScript.OPEN_GENERATION, ScriptOutputType.MULTI, List.of(keys.generations()),
				List.of("0".repeat(64), "fresh", "mark"));
		this.generation = (Long) Objects.requireNonNull(opened.get(1));
	}

	/** The content that ships with Portage. */
	public static Announcement sample(RealRedis redis, RedisKeys keys) {
		return announce(redis, keys, (type) -> {
			String file = type.plural() + ".json";
			return new Source(file,
					Objects.requireNonNull(AnnouncedContent.class.getResourceAsStream("/content/" + file)));
		});
	}

	/**
	 * The content of a directory with the files {@code projects}, {@code resources} and
	 * {@code audit}.
	 */
	public static Announcement directory(RealRedis redis, RedisKeys keys, Path directory) {
		return announce(redis, keys, (type) -> {
			try (Stream<Path> files = Files.list(directory)) {
				Path file = files.filter((path) -> path.getFileName().toString().startsWith(type.plural() + "."))
					.findFirst()
					.orElseThrow(() -> new IllegalArgumentException(directory + " lacks " + type.plural()));
				InputStream in = Files.newInputStream(file);
				return new Source(file.getFileName().toString(),
						file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in);
			}
		});
	}

	private static Announcement announce(RealRedis redis, RedisKeys keys, Sources sources) {
		RedisClient client = RedisClient.create(redis.uri());
		try (StatefulRedisConnection<byte[], byte[]> connection = client.connect(ByteArrayCodec.INSTANCE)) {
			return new AnnouncedContent(connection.sync(), keys).write(sources);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			client.shutdown();
		}
	}

	private Announcement write(Sources sources) throws IOException {
		long previous = current();
		Map<ContentType, Long> counts = new EnumMap<>(ContentType.class);
		MessageDigest digest = Digests.sha256();
		for (ContentType type : ContentType.values()) {
			Source source = sources.open(type);
			try (InputStream in = source.in()) {
				counts.put(type, write(type, in, source.name(), digest));
			}
		}
		Announcement announcement = new Announcement(this.generation, previous, counts, Digests.hex(digest),
				"0".repeat(64), "test", Instant.now());
		List<Object> arguments = new ArrayList<>(List.of(this.generation, previous, true, Instant.now()));
		announcement.toHash().forEach((field, value) -> arguments.addAll(List.of(field, value)));
		run(RedisScript.ANNOUNCE, ScriptOutputType.STATUS, List.of(this.keys.current(), this.keys.control(),
				this.keys.generations(), this.keys.progress(), this.keys.notices()), arguments);
		return announcement;
	}

	private long write(ContentType type, InputStream in, String name, MessageDigest digest) throws IOException {
		DocumentReader reader = new DocumentReader(type, in, name, SourceForm.ofName(name), Checkpoint.START);
		Set<String> ids = new HashSet<>();
		List<Document> chunk = new ArrayList<>();
		for (SourceItem item = reader.next(); item != null; item = reader.next()) {
			if (item instanceof Document document && ids.add(document.id())) {
				digest.update(document.json());
				chunk.add(document);
				if (chunk.size() == CHUNK) {
					write(type, chunk);
					chunk.clear();
				}
			}
		}
		if (!chunk.isEmpty()) {
			write(type, chunk);
		}
		return ids.size();
	}

	private void write(ContentType type, List<Document> chunk) {
		List<Object> arguments = new ArrayList<>(List.of(this.keys.content(this.generation, type), type.key(), 0, 0, 0,
				0, Instant.now(), 0, chunk.size()));
		for (Document document : chunk) {
			arguments.addAll(List.of(document.id(), document.position(), document.score(), document.json(),
					document.facets().size()));
			arguments.addAll(document.facets());
		}
		run(RedisScript.WRITE_CHUNK, ScriptOutputType.MULTI,
				List.of(this.keys.order(this.generation, type), this.keys.listing(this.generation, type),
						this.keys.facets(this.generation, type), this.keys.rejects(this.generation),
						this.keys.progress()),
				arguments);
	}

	private long current() {
		byte[] current = this.redis.hget(bytes(this.keys.current()), bytes("generation"));
		return (current != null) ? Long.parseLong(new String(current, StandardCharsets.US_ASCII)) : 0;
	}

	private <T> T run(RedisScript script, ScriptOutputType output, List<String> scriptKeys, List<?> arguments) {
		return this.redis.eval(script.text(), output,
				scriptKeys.stream().map(AnnouncedContent::bytes).toArray(byte[][]::new),
				arguments.stream().map(AnnouncedContent::bytes).toArray(byte[][]::new));
	}

	private static byte[] bytes(Object value) {
		return (value instanceof byte[] bytes) ? bytes : value.toString().getBytes(StandardCharsets.UTF_8);
	}

	private interface Sources {

		Source open(ContentType type) throws IOException;

	}

	private record Source(String name, InputStream in) {
	}

}
