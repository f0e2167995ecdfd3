package portage.api.batch;

import java.nio.file.Path;
import java.time.Duration;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

import portage.testing.H2Server;

import static org.assertj.core.api.Assertions.assertThat;

class RepositoryAwayTest {

	@Test
	void theApiStartsWithoutItAndFindsItAgain(@TempDir Path directory) throws Exception {
		H2Server h2 = new H2Server(directory);
		long id = new RecordedRuns(new DriverManagerDataSource(h2.url(), "sa", ""), "h2").completed(1);
		h2.close();
		try (HttpApi api = new HttpApi("portage.repository.url=" + h2.url())) {
			for (String path : new String[] { "/jobs", "/jobs/migrate/instances", "/executions",
					"/executions/" + id }) {
				assertAway(api.get("/api/batch" + path));
			}
			h2.start();
			awaitFound(api, id);
			h2.close();
			assertAway(api.get("/api/batch/executions"));
			h2.start();
			awaitFound(api, id);
		}
		finally {
			h2.close();
		}
	}

	private static void assertAway(HttpApi.Answer answer) {
		assertThat(answer.status()).isEqualTo(503);
		assertThat(answer.contentType()).isEqualTo("application/problem+json");
		assertThat(answer.json().get("code").asString()).isEqualTo("REPOSITORY_UNAVAILABLE");
		assertThat(answer.body()).doesNotContain("Exception").doesNotContain("jdbc:");
	}

	private static void awaitFound(HttpApi api, long id) {
		Awaitility.await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
			HttpApi.Answer answer = api.get("/api/batch/executions/" + id);
			assertThat(answer.status()).isEqualTo(200);
			assertThat(answer.json().get("rejectsNote").asString()).contains("Redis");
		});
	}

}
