package portage.job;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The report is read by scripts: its form changes only with the golden file. */
class ReportTest {

	@Test
	void isTheGoldenFile(@TempDir Path temp) throws IOException {
		Path report = temp.resolve("report.json");
		String p1 = SourceDirectory.project("p1");
		Path source = SourceDirectory.in(temp)
			.write("projects.json", "[" + p1 + ",\n" + p1 + ",\n" + p1.replace("\"result\"", "\"résultat\"") + "]")
			.path();
		JobRun.in(JobServers.newNamespace(), "migrate", "--source", source.toString(), "--on-reject=skip", "--report",
				report.toString());
		String masked = Files.readString(report)
			.replaceAll("(\"seconds\" : )[0-9.E-]+", "$1…")
			.replaceAll("(\"(runId|completedAt)\" : )\"[^\"]*\"", "$1…");
		try (InputStream golden = ReportTest.class.getResourceAsStream("/golden/report.json")) {
			assertThat(masked.strip()).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8).strip());
		}
	}

}
