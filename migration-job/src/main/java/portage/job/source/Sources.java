package portage.job.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import portage.job.ExitCode;
import portage.job.JobFailure;
import portage.model.content.ContentType;
import portage.model.source.SourceForm;
import portage.model.wire.Digests;

/**
 * The files of one run: exactly one of each type.
 *
 * @param directory how to call the place they come from
 * @param files by type, each present
 */
public record Sources(String directory, Map<ContentType, SourceFile> files) {

	public Sources {
		files = Collections.unmodifiableMap(new EnumMap<>(files));
	}

	/** The sample content that ships with Portage. */
	public static Sources bundled() {
		return new Sources("the bundled sample",
				Arrays.stream(ContentType.values()).collect(Collectors.toMap((type) -> type, SourceFile::bundled)));
	}

	/**
	 * The files of a directory.
	 * @throws JobFailure if one is missing, cannot be read, or is there in two forms
	 */
	public static Sources in(Path directory) {
		if (!Files.isDirectory(directory)) {
			throw new JobFailure(ExitCode.BAD_INPUT, "--source: " + directory + " is not a directory; it must hold "
					+ "projects.json, resources.json and audit.json (or .jsonl, .ndjson, each also with .gz)");
		}
		Map<ContentType, SourceFile> files = new EnumMap<>(ContentType.class);
		for (ContentType type : ContentType.values()) {
			files.put(type, find(directory, type));
		}
		return new Sources(directory.toString(), files);
	}

	private static SourceFile find(Path directory, ContentType type) {
		List<Path> found = SourceForm.FILE_ENDINGS.stream()
			.map((ending) -> directory.resolve(type.plural() + ending))
			.filter(Files::exists)
			.toList();
		if (found.isEmpty()) {
			throw new JobFailure(ExitCode.BAD_INPUT,
					"%s: %s is missing; expected %s with one of the endings %s".formatted(directory,
							type.plural() + ".json", type.plural(), String.join(" ", SourceForm.FILE_ENDINGS)));
		}
		if (found.size() > 1) {
			throw new JobFailure(ExitCode.BAD_INPUT, "%s: %s are both there; remove all but one".formatted(directory,
					found.stream().map((path) -> path.getFileName().toString()).toList()));
		}
		Path path = found.get(0);
		if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
			throw new JobFailure(ExitCode.BAD_INPUT,
					path + " cannot be read as a file; check what it is and who may " + "read it");
		}
		return new SourceFile(type, path.getFileName().toString(), path);
	}

	/** The file of a type. */
	public SourceFile file(ContentType type) {
		return Objects.requireNonNull(this.files.get(type));
	}

	/** How many bytes all files have on disk. */
	public long size() {
		return this.files.values().stream().mapToLong(SourceFile::size).sum();
	}

	/**
	 * SHA-256 over names and bytes of all files: what tells one run's input from
	 * another's.
	 * @return 64 lower-case hex digits
	 */
	public String digest() {
		MessageDigest all = Digests.sha256();
		byte[] buffer = new byte[1 << 16];
		this.files.forEach((type, file) -> {
			all.update((type.key() + ' ' + file.form() + ' ' + file.compressed() + ' ' + file.size() + '\n')
				.getBytes(StandardCharsets.UTF_8));
			try (InputStream in = file.openRaw()) {
				for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
					all.update(buffer, 0, count);
				}
			}
			catch (IOException ex) {
				throw file.unreadable(ex);
			}
		});
		return Digests.hex(all);
	}

}
