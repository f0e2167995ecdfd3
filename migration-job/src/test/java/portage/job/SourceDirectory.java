package portage.job;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

import portage.model.content.ContentType;
import portage.model.content.Examples;

/** A directory of small, good sources, to be spoilt. */
record SourceDirectory(Path path) {

	/** With one project, one resource and no audit entry. */
	static SourceDirectory in(Path parent) {
		try {
			SourceDirectory directory = new SourceDirectory(Files.createTempDirectory(parent, "source"));
			return directory.write("projects.json", "[" + project("p1") + "]")
				.write("resources.json", "[" + Examples.json(ContentType.RESOURCE, "r1") + "]")
				.write("audit.json", "[]");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static String project(String id) {
		return Examples.json(ContentType.PROJECT, id);
	}

	SourceDirectory write(String name, String text) {
		return write(name, text.getBytes(StandardCharsets.UTF_8));
	}

	SourceDirectory write(String name, byte[] bytes) {
		return change(() -> Files.write(this.path.resolve(name), bytes));
	}

	/** Instead of {@code projects.json}. */
	SourceDirectory projectsIn(String name, byte[] bytes) {
		return without("projects.json").write(name, bytes);
	}

	SourceDirectory without(String name) {
		return change(() -> Files.delete(this.path.resolve(name)));
	}

	SourceDirectory directory(String name) {
		return change(() -> Files.createDirectory(this.path.resolve(name)));
	}

	/** A text so long that it is made while it is written. */
	SourceDirectory longText(String name, int megabytes) {
		return change(() -> {
			try (OutputStream out = Files.newOutputStream(this.path.resolve(name))) {
				byte[] megabyte = "x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
				out.write("[\"".getBytes(StandardCharsets.US_ASCII));
				for (int i = 0; i < megabytes; i++) {
					out.write(megabyte);
				}
				out.write("\"]".getBytes(StandardCharsets.US_ASCII));
			}
		});
	}

	static byte[] gzip(String text) {
		try {
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			try (OutputStream out = new GZIPOutputStream(bytes)) {
				out.write(text.getBytes(StandardCharsets.UTF_8));
			}
			return bytes.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private SourceDirectory change(Change change) {
		try {
			change.make();
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Something that is done to files. */
	@FunctionalInterface
	private interface Change {

		void make() throws IOException;

	}

}
