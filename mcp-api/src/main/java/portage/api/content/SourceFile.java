package portage.api.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

import org.jspecify.annotations.Nullable;

import portage.model.content.ContentType;
import portage.model.source.SourceForm;

/**
 * One JSON file.
 *
 * @param name how to call it in messages
 * @param opening opens it, uncompressed
 */
record SourceFile(String name, Opening opening) {

	/**
	 * The file of a type.
	 * @param directory where it lies; null for the one that ships with Portage
	 * @throws UnreadableContent if there is none, or more than one
	 */
	static SourceFile of(ContentType type, @Nullable Path directory) {
		return (directory != null) ? inDirectory(type, directory) : bundled(type);
	}

	private static SourceFile bundled(ContentType type) {
		String name = "content/" + type.plural() + ".json";
		return new SourceFile(name, () -> {
			InputStream in = SourceFile.class.getResourceAsStream("/" + name);
			if (in == null) {
				throw new UnreadableContent("the class path lacks " + name);
			}
			return in;
		});
	}

	private static SourceFile inDirectory(ContentType type, Path directory) {
		if (!Files.isDirectory(directory)) {
			throw new UnreadableContent("portage.json.directory is " + directory + ", which is no directory");
		}
		List<Path> files = SourceForm.FILE_ENDINGS.stream()
			.map((ending) -> directory.resolve(type.plural() + ending))
			.filter(Files::exists)
			.toList();
		if (files.isEmpty()) {
			throw new UnreadableContent(directory + " lacks " + type.plural() + ".json (or another of "
					+ String.join(", ", SourceForm.FILE_ENDINGS) + ")");
		}
		if (files.size() > 1) {
			throw new UnreadableContent(directory + " has more than one file of " + type.plural() + ": "
					+ String.join(", ", files.stream().map((file) -> file.getFileName().toString()).toList()));
		}
		Path file = files.get(0);
		return new SourceFile(file.toString(), () -> open(file));
	}

	private static InputStream open(Path file) throws IOException {
		InputStream in = Files.newInputStream(file);
		try {
			return file.toString().endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in;
		}
		catch (IOException ex) {
			in.close();
			throw ex;
		}
	}

	/** Opens a stream. */
	interface Opening {

		InputStream open() throws IOException;

	}

}
