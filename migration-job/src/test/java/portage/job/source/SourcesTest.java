package portage.job.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import portage.job.ExitCode;
import portage.job.JobFailure;
import portage.model.content.ContentType;
import portage.model.source.SourceForm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

/** Which files a run reads, and what tells one run's input from another's. */
class SourcesTest {

	@TempDir
	private Path temp;

	@Test
	void areIdentifiedByTheirBytesNotByTheirPlace() throws IOException {
		String digest = directory("one", "[]", "[]").digest();
		assertThat(digest).matches("[0-9a-f]{64}");
		assertThat(directory("two", "[]", "[]").digest()).isEqualTo(digest);
		assertThat(directory("three", "[] ", "[]").digest()).isNotEqualTo(digest);
	}

	/** Else moving the border between two files would go unnoticed. */
	@Test
	void areIdentifiedFileByFile() throws IOException {
		assertThat(directory("one", "[1]", "[]").digest()).isNotEqualTo(directory("two", "[", "1][]").digest());
	}

	@Test
	void areIdentifiedByTheirFormToo() throws IOException {
		Sources array = directory("one", "", "[]");
		Path two = this.temp.resolve("two");
		directory("two", "", "[]");
		Files.move(two.resolve("projects.json"), two.resolve("projects.jsonl"));
		Sources lines = Sources.in(two);
		assertThat(lines.file(ContentType.PROJECT).form()).isEqualTo(SourceForm.LINES);
		assertThat(lines.digest()).isNotEqualTo(array.digest());
	}

	@Test
	void haveTheSizeTheyHaveOnDisk() throws IOException {
		assertThat(directory("one", "[1]", "[]").size()).isEqualTo(3 + 2 + 2);
		assertThat(Sources.bundled().size()).isPositive();
	}

	@Test
	void areReadFromAnyByteCompressedOrNot() throws IOException {
		Sources sources = directory("one", "[]", "[]");
		ByteArrayOutputStream compressed = new ByteArrayOutputStream();
		try (OutputStream out = new GZIPOutputStream(compressed)) {
			out.write("0123456789".getBytes(StandardCharsets.US_ASCII));
		}
		Path directory = this.temp.resolve("one");
		Files.delete(directory.resolve("audit.json"));
		Files.write(directory.resolve("audit.json.gz"), compressed.toByteArray());
		Files.writeString(directory.resolve("projects.json"), "0123456789");
		assertThat(sources.file(ContentType.PROJECT).openAt(7)).hasContent("789");
		assertThat(Sources.in(directory).file(ContentType.AUDIT).openAt(7)).hasContent("789");
	}

	@Test
	void areNotTakenIfTheyMayNotBeRead() throws IOException {
		directory("one", "[]", "[]");
		Path file = this.temp.resolve("one").resolve("audit.json");
		Files.setPosixFilePermissions(file, Set.of());
		assumeThat(Files.isReadable(file)).as("root may read everything").isFalse();
		assertThatExceptionOfType(JobFailure.class).isThrownBy(() -> Sources.in(this.temp.resolve("one")))
			.withMessage(file + " cannot be read as a file; check what it is and who may read it")
			.returns(ExitCode.BAD_INPUT, JobFailure::exitCode);
	}

	private Sources directory(String name, String projects, String resources) throws IOException {
		Path directory = Files.createDirectory(this.temp.resolve(name));
		Files.writeString(directory.resolve("projects.json"), projects);
		Files.writeString(directory.resolve("resources.json"), resources);
		Files.writeString(directory.resolve("audit.json"), "[]");
		return Sources.in(directory);
	}

}
