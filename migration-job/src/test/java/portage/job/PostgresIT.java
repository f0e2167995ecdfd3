package portage.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** PostgreSQL becomes the job repository by configuration alone. */
class PostgresIT {

	private static EmbeddedPostgres postgres;

	@TempDir
	private Path directory;

	@BeforeAll
	static void startPostgres() throws IOException {
		postgres = EmbeddedPostgres.start();
	}

	@AfterAll
	static void stopPostgres() throws IOException {
		postgres.close();
	}

	@Test
	void aRunGoesOnFromItsCheckpointInPostgres() throws Exception {
		for (String file : List.of("projects.json", "resources.json", "audit.json")) {
			try (var in = PostgresIT.class.getResourceAsStream("/content/" + file)) {
				Files.write(this.directory.resolve(file), in.readAllBytes());
			}
		}
		Files.writeString(this.directory.resolve("resources.json"),
				Files.readString(this.directory.resolve("resources.json")).replaceFirst("\\[", "[null,"));
		Map<String, String> settings = JobRun.settings(JobServers.newNamespace());
		settings.put("portage.repository.url", postgres.getJdbcUrl("postgres", "postgres"));
		settings.put("portage.repository.username", "postgres");
		settings.put("portage.repository.password", "postgres");

		JobRun refused = migrate(settings, "--chunk-size", "3");
		JobRun allowed = migrate(settings, "--on-reject", "skip");
		JobRun again = migrate(settings, "--on-reject", "skip");

		assertThat(refused.exitCode()).as(refused.err()).isEqualTo(10);
		assertThat(allowed.exitCode()).as(allowed.err()).isZero();
		assertThat(allowed.out()).contains("g1 is announced");
		assertThat(again.out()).contains("already migrated");
		assertThat(column("SELECT STATUS FROM BATCH_JOB_EXECUTION ORDER BY JOB_EXECUTION_ID")).containsExactly("FAILED",
				"COMPLETED");
		assertThat(column("SELECT READ_COUNT || ' ' || WRITE_COUNT || ' ' || FILTER_COUNT FROM BATCH_STEP_EXECUTION"
				+ " WHERE STEP_NAME = 'resources'"))
			.containsExactly("11 10 1");
	}

	private JobRun migrate(Map<String, String> settings, String... more) {
		List<String> arguments = new ArrayList<>(List.of("migrate", "--source", this.directory.toString()));
		arguments.addAll(List.of(more));
		return JobRun.with(settings, arguments.toArray(String[]::new)).requireNoStackTrace();
	}

	private static List<String> column(String query) throws SQLException {
		List<String> values = new ArrayList<>();
		try (Connection connection = postgres.getPostgresDatabase().getConnection();
				ResultSet rows = connection.createStatement().executeQuery(query)) {
			while (rows.next()) {
				values.add(rows.getString(1));
			}
		}
		return values;
	}

}
