package portage.job;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What a terminal of 80 columns and 24 lines can show. */
class HelpTest {

	@ParameterizedTest
	@ValueSource(strings = { "--help", "migrate --help", "verify --help", "export --help" })
	void fitsATerminal(String command) {
		JobRun run = JobRun.in("unused", command.split(" "));
		List<String> lines = run.out().lines().toList();
		assertThat(lines).hasSizeLessThanOrEqualTo(24).allMatch((line) -> line.length() <= 80);
		assertThat(lines.get(0)).startsWith("Usage: migration-job");
		assertThat(run.out()).endsWith("\n").doesNotEndWith("\n\n");
		assertThat(run.exitCode()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "--version", "migrate --version", "verify --version", "export --version" })
	void saysItsVersion(String command) {
		JobRun run = JobRun.in("unused", command.split(" "));
		assertThat(run.out().strip()).matches("migration-job (\\d+\\.\\d+\\.\\d+|\\(not packaged\\))");
		assertThat(run.exitCode()).isZero();
	}

}
