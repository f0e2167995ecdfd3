package portage.api.batch;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import javax.sql.DataSource;

import io.lettuce.core.RedisClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import portage.model.wire.RedisKeys;
import portage.testing.RealRedis;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the endpoints answer, over each database; the API reads it as somebody who may do
 * nothing else.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class BatchEndpointsContract {

	private RealRedis redis;

	private HttpApi api;

	private RecordedRuns runs;

	private long first;

	private long failed;

	private long last;

	/** Starts it, without the tables of Spring Batch. */
	abstract void startDatabase(Path directory) throws Exception;

	abstract void stopDatabase() throws Exception;

	/** Whoever may create tables. */
	abstract DataSource owner() throws Exception;

	abstract String platform();

	/** Where the API connects to, and as whom. */
	abstract List<String> readerSettings();

	/** What lets the reader in to the tables that the owner has created. */
	abstract List<String> grants();

	@BeforeAll
	void start(@TempDir Path directory) throws Exception {
		startDatabase(directory);
		this.redis = RealRedis.start();
		this.api = new HttpApi(Stream
			.concat(readerSettings().stream(),
					Stream.of("portage.redis.read.url=" + this.redis.uri(),
							"portage.redis.write.url=" + this.redis.uri()))
			.toArray(String[]::new));
	}

	@AfterAll
	void stop() throws Exception {
		this.api.close();
		this.redis.close();
		stopDatabase();
	}

	@Test
	@Order(1)
	void missingTablesMeanNoRunsYet() {
		assertThat(this.api.get("/api/batch/jobs").body()).isEqualTo("{\"items\":[]}");
		assertThat(this.api.get("/api/batch/jobs/migrate/instances").body())
			.isEqualTo("{\"items\":[],\"total\":0,\"page\":0,\"size\":20}");
		assertThat(this.api.get("/api/batch/executions").body())
			.isEqualTo("{\"items\":[],\"total\":0,\"page\":0,\"size\":20}");
		assertThat(this.api.get("/api/batch/executions/1").status()).isEqualTo(404);
	}

	@Test
	@Order(2)
	void runsAppearAsTheyAreWritten() throws Exception {
		this.runs = new RecordedRuns(owner(), platform());
		try (Connection connection = owner().getConnection(); Statement statement = connection.createStatement()) {
			for (String grant : grants()) {
				statement.execute(grant);
			}
		}
		this.first = this.runs.completed(1);
		this.failed = this.runs.failed(2);
		this.last = this.runs.completed(3);
		assertThat(this.api.get("/api/batch/jobs").body())
			.isEqualTo("{\"items\":[{\"name\":\"migrate\",\"instances\":3}]}");
		assertThat(ids("/api/batch/executions")).containsExactly(this.last, this.failed, this.first);
	}

	@Test
	@Order(3)
	void executionsAreFilteredAndCutIntoPages() {
		assertThat(ids("/api/batch/executions?status=completed")).containsExactly(this.last, this.first);
		assertThat(ids("/api/batch/executions?status=FAILED&job=migrate")).containsExactly(this.failed);
		assertThat(ids("/api/batch/executions?job=another")).isEmpty();
		JsonNode page = this.api.get("/api/batch/executions?size=2&page=1").json();
		assertThat(page.get("total").asInt()).isEqualTo(3);
		assertThat(page.at("/items/0/id").asLong()).isEqualTo(this.first);
		assertThat(page.get("items").size()).isEqualTo(1);
	}

	@Test
	@Order(3)
	void instancesHoldTheirExecutions() {
		JsonNode instances = this.api.get("/api/batch/jobs/migrate/instances?size=2").json();
		assertThat(instances.get("total").asInt()).isEqualTo(3);
		assertThat(instances.get("items").size()).isEqualTo(2);
		assertThat(instances.at("/items/0/executions/0/id").asLong()).isEqualTo(this.last);
		assertThat(this.api.get("/api/batch/jobs/another/instances").json().get("total").asInt()).isZero();
	}

	@Test
	@Order(3)
	void oneExecutionShowsStepsAndRejects() {
		writeRejects(2, 3);
		HttpApi.Answer answer = this.api.get("/api/batch/executions/" + this.failed);
		JsonNode execution = answer.json();
		assertThat(execution.get("status").asString()).isEqualTo("FAILED");
		assertThat(execution.get("exitMessage").asString())
			.isEqualTo("java.lang.IllegalStateException: resources.json:3:7: ends inside an element");
		assertThat(answer.body()).doesNotContain("\\tat ").doesNotContain("RecordedRuns");
		assertThat(execution.get("parameters").propertyNames()).containsExactly("generation", "source", "sources");
		assertThat(execution.at("/parameters/generation").asLong()).isEqualTo(2);
		assertThat(execution.get("startedAt").asString()).endsWith("Z");
		JsonNode step = execution.at("/steps/0");
		assertThat(step.get("name").asString()).isEqualTo("projects");
		assertThat(List.of("readCount", "writeCount", "filterCount", "commitCount", "rollbackCount")
			.stream()
			.map((count) -> step.get(count).asInt())).containsExactly(12, 9, 3, 2, 1);
		assertThat(execution.at("/rejects/total").asInt()).isEqualTo(3);
		assertThat(execution.at("/rejects/items/2/position").asInt()).isEqualTo(2);
		assertThat(execution.at("/rejects/items/0/faults/0/reason").asString()).isEqualTo("is missing");
		assertThat(execution.has("rejectsNote")).isFalse();
	}

	@Test
	@Order(3)
	void ofManyRejectsAHundredAreShown() {
		writeRejects(3, 1500);
		JsonNode rejects = this.api.get("/api/batch/executions/" + this.last).json().get("rejects");
		assertThat(rejects.get("total").asInt()).isEqualTo(1500);
		assertThat(rejects.get("items").size()).isEqualTo(100);
		writeRejects(1, 500);
		rejects = this.api.get("/api/batch/executions/" + this.first).json().get("rejects");
		assertThat(rejects.at("/items/99/position").asInt()).isEqualTo(99);
	}

	@Test
	@Order(4)
	void badRequestsAreProblems() {
		assertProblem("/api/batch/executions?status=DONE", 400, "VALIDATION_FAILED",
				"status must be one of [COMPLETED");
		assertProblem("/api/batch/executions?page=-1", 400, "VALIDATION_FAILED", "page must be 0 to 1,000,000");
		assertProblem("/api/batch/executions?size=101", 400, "VALIDATION_FAILED", "size must be 1 to 100, but is 101");
		assertProblem("/api/batch/executions?size=x", 400, "VALIDATION_FAILED", "size must be a whole number");
		assertProblem("/api/batch/executions/x", 400, "VALIDATION_FAILED", "id must be a whole number");
		assertProblem("/api/batch/executions/4711", 404, "EXECUTION_NOT_FOUND", "there is no execution 4711");
	}

	@Test
	@Order(5)
	void withoutRedisTheRejectsAreUnknownButTheRestIsNot() {
		this.redis.kill();
		HttpApi.Answer answer = this.api.get("/api/batch/executions/" + this.failed);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.json().get("rejects").isNull()).isTrue();
		assertThat(answer.json().get("rejectsNote").asString()).contains("Redis");
		assertThat(answer.json().at("/steps/0/readCount").asInt()).isEqualTo(12);
	}

	private void assertProblem(String path, int status, String code, String detail) {
		HttpApi.Answer answer = this.api.get(path);
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.contentType()).isEqualTo("application/problem+json");
		assertThat(answer.json().get("code").asString()).isEqualTo(code);
		assertThat(answer.json().get("detail").asString()).startsWith(detail);
	}

	private List<Long> ids(String path) {
		return this.api.get(path).json().get("items").valueStream().map((item) -> item.get("id").asLong()).toList();
	}

	private void writeRejects(long generation, int count) {
		RedisClient client = RedisClient.create(this.redis.uri());
		try (var connection = client.connect()) {
			for (int i = 0; i < count; i++) {
				String reject = """
						{"type":"project","position":%d,"id":null,"file":"projects.json",\
						"faults":[{"line":1,"column":2,"pointer":"/%d/title","reason":"is missing"}]}""".formatted(i,
						i);
				connection.async().hset(new RedisKeys("portage").rejects(generation), Map.of("project:" + i, reject));
			}
			connection.sync().ping();
		}
		finally {
			client.shutdown();
		}
	}

}
