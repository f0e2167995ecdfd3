package portage.job.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import portage.job.ExitCode;
import portage.job.JobFailure;
import portage.job.redis.GenerationReader;
import portage.job.redis.GenerationReader.Stored;
import portage.model.content.ContentType;

/**
 * Writes a generation into {@code projects.json}, {@code resources.json} and
 * {@code audit.json}: arrays of canonical documents in the order of the source, one
 * document a line. A file appears whole or not at all.
 */
public final class GenerationExport {

	private static final int BATCH = 1000;

	private final GenerationReader generations;

	/** Over what a reader finds. */
	public GenerationExport(GenerationReader generations) {
		this.generations = generations;
	}

	/**
	 * Writes the three files.
	 * @param force whether files that are there already may be replaced
	 * @return how many documents were written, by type
	 * @throws JobFailure if a file is there already, or cannot be written
	 */
	public Map<ContentType, Long> export(long generation, Path directory, boolean force) {
		if (!force) {
			requireAbsent(directory);
		}
		Map<ContentType, Long> counts = new EnumMap<>(ContentType.class);
		for (ContentType type : ContentType.values()) {
			counts.put(type, export(generation, type, directory));
		}
		return counts;
	}

	private static void requireAbsent(Path directory) {
		for (ContentType type : ContentType.values()) {
			if (Files.exists(file(directory, type))) {
				throw new JobFailure(ExitCode.BAD_INPUT, file(directory, type)
						+ " is there already; choose another --target, or replace it with --force");
			}
		}
	}

	private long export(long generation, ContentType type, Path directory) {
		Path file = file(directory, type);
		Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
		try {
			Files.createDirectories(directory);
			long count;
			try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
					StandardOpenOption.TRUNCATE_EXISTING);
					OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)) {
				count = write(generation, type, out);
				out.flush();
				channel.force(true);
			}
			Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
			return count;
		}
		catch (IOException ex) {
			throw new JobFailure(ExitCode.INFRASTRUCTURE, file + " cannot be written: " + ex, ex);
		}
	}

	private long write(long generation, ContentType type, OutputStream out) throws IOException {
		long count = 0;
		out.write('[');
		List<Stored> slice = this.generations.slice(generation, type, 0, BATCH);
		while (!slice.isEmpty()) {
			for (Stored document : slice) {
				out.write(((count++ == 0) ? "\n" : ",\n").getBytes(StandardCharsets.US_ASCII));
				out.write(document.json());
			}
			slice = this.generations.slice(generation, type, count, BATCH);
		}
		out.write("\n]\n".getBytes(StandardCharsets.US_ASCII));
		return count;
	}

	private static Path file(Path directory, ContentType type) {
		return directory.resolve(type.plural() + ".json");
	}

}
