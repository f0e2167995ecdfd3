package portage.api.content;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalysis;

import portage.api.content.Origin.Source;
import portage.model.content.ContentType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class BundledContentTest extends ContentStoreContract {

	@Override
	ContentStore serving(Path directory) {
		return BundledContent.load(directory);
	}

	@Override
	Origin origin() {
		return new Origin(Source.JSON, false, 0);
	}

	@Test
	void countsWhatItLeavesOut() throws IOException {
		BundledContent content = BundledContent.load(this.directory);
		long elements = content.documents(ContentType.PROJECT) + content.rejected(ContentType.PROJECT);
		assertThat(content.rejected(ContentType.PROJECT)).isPositive();
		assertThat(elements).isGreaterThanOrEqualTo(1200);
	}

	@Test
	void servesTheSampleThatShipsWithPortage() {
		BundledContent content = BundledContent.load(null);
		assertThat(content.documents(ContentType.PROJECT)).isGreaterThanOrEqualTo(6);
		assertThat(content.documents(ContentType.RESOURCE)).isGreaterThanOrEqualTo(8);
		for (ContentType type : ContentType.values()) {
			assertThat(content.rejected(type)).isZero();
		}
	}

	@Test
	void saysSoWhereItStandsInForAnotherStore() {
		assertThat(BundledContent.load(null).degraded().counts(ContentType.AUDIT, List.of()).origin())
			.isEqualTo(new Origin(Source.JSON, true, 0));
	}

	@Test
	void readsLinesAndGzip(@TempDir Path files) throws IOException {
		Files.writeString(files.resolve("projects.ndjson"), "");
		Files.writeString(files.resolve("audit.jsonl"), "null\n");
		try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(files.resolve("resources.json.gz")))) {
			out.write(new byte[] { '[', ']' });
		}
		assertThat(BundledContent.load(files).rejected(ContentType.AUDIT)).isOne();
	}

	@Test
	void refusesToStartWithoutContent(@TempDir Path files) throws IOException {
		assertRefused(files.resolve("absent"), "absent, which is no directory");
		assertRefused(files, "lacks projects.json");
		Files.writeString(files.resolve("projects.json"), "[");
		assertRefused(files, "projects.json:1:2: ends before the array is closed");
		Files.writeString(files.resolve("projects.jsonl"), "");
		assertRefused(files, "more than one file of projects: projects.json, projects.jsonl");
		Files.delete(files.resolve("projects.json"));
		Files.move(files.resolve("projects.jsonl"), files.resolve("projects.json.gz"));
		assertRefused(files, "projects.json.gz cannot be read");
	}

	@Test
	void tellsTheOperatorWhatToDo() {
		FailureAnalysis analysis = new UnreadableContentAnalyzer()
			.analyze(new IllegalStateException(new UnreadableContent("there is none")));
		assertThat(analysis.getDescription()).contains("there is none");
		assertThat(analysis.getAction()).contains("portage.json.directory");
	}

	private static void assertRefused(Path directory, String message) {
		assertThatExceptionOfType(UnreadableContent.class).isThrownBy(() -> BundledContent.load(directory))
			.withMessageContaining(message);
	}

}
