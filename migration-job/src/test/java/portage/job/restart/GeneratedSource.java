package portage.job.restart;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/**
 * A source with all three types in three forms, made from a seed, with some duplicates
 * and bad documents in it.
 */
final class GeneratedSource {

	private static final String[] WORDS = { "cœur", "façade", "lumière", "quai", "été", "naïf", "harbour", "tide",
			"🚢" };

	private final Random random;

	private GeneratedSource(long seed) {
		this.random = new Random(seed);
	}

	static void write(Path directory, long seed, int projects, int others) throws IOException {
		GeneratedSource source = new GeneratedSource(seed);
		Files.createDirectories(directory);
		Files.writeString(directory.resolve("projects.json"),
				source.documents(projects, ",\n", source::project, "[\n", "\n]\n"));
		try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(directory.resolve("resources.jsonl.gz")))) {
			out.write(source.documents(others, "\n", source::resource, "", "\n").getBytes(StandardCharsets.UTF_8));
		}
		Files.writeString(directory.resolve("audit.json"), source.documents(others, ",", source::entry, "[", "]"));
	}

	private String documents(int count, String between, IntFunction<String> document, String before, String after) {
		return IntStream.range(0, count)
			.mapToObj((i) -> (this.random.nextInt(50) == 0) ? bad(i, document) : document.apply(i))
			.collect(Collectors.joining(between, before, after));
	}

	/**
	 * One in fifty is a reject: a null, a document without its fields, or one whose id
	 * came before.
	 */
	private String bad(int i, IntFunction<String> document) {
		return switch (this.random.nextInt(3)) {
			case 0 -> "null";
			case 1 -> "{\"id\":\"bad-" + i + "\"}";
			default -> document.apply(this.random.nextInt(i + 1));
		};
	}

	private String words(int most) {
		return IntStream.rangeClosed(0, this.random.nextInt(most))
			.mapToObj((i) -> WORDS[this.random.nextInt(WORDS.length)])
			.collect(Collectors.joining(" "));
	}

	private String metadata() {
		return "{\"createdAt\":\"2024-01-01T00:00:00Z\",\"updatedAt\":\"2025-01-01T00:00:00Z\",\"featured\":%b,\"status\":\"%s\"}"
			.formatted(this.random.nextInt(5) == 0,
					new String[] { "published", "draft", "archived" }[this.random.nextInt(3)]);
	}

	private String project(int i) {
		return """
				{"id": "p-%d", "title": "%s", "result": "%s", "tags": ["tag %d", "%s"], "image": "/p.png",
				 "client": {"type": "", "size": "", "objective": "%s"}, "challenge": "%s",
				 "solution": {"description": "%s", "tools": [], "features": [], "screenshots": []},
				 "description": "%s", "testimonial": {"text": "", "author": "", "avatar": "/a.png"}, "results": [],
				 "insight": {"title": "x", "text": ""}, "metadata": %s, "weight": %d.%d0}""".formatted(i, words(6),
				words(9), this.random.nextInt(9), WORDS[this.random.nextInt(WORDS.length)], words(9), words(30),
				words(40), words(60), metadata(), i, this.random.nextInt(9));
	}

	private String resource(int i) {
		return """
				{"id":"r-%d","title":"%s","description":"","longDescription":"%s","image":"/r.png","tags":["tag %d"],\
				"price":%d.50,"downloadLink":"https://example.org/r","gallery":[],"metadata":%s}""".formatted(i,
				words(6), words(40), this.random.nextInt(9), this.random.nextInt(90), metadata());
	}

	private String entry(int i) {
		return """
				{"id":"a-%d","timestamp":"2025-0%d-01T00:00:00.%03dZ","action":"update","entityType":"project",\
				"entityId":"p-%d","source":"mcp","changes":[{"field":"title","oldValue":null,"newValue":1.0}],"metadata":{}}"""
			.formatted(i, 1 + this.random.nextInt(9), this.random.nextInt(1000), this.random.nextInt(100));
	}

}
