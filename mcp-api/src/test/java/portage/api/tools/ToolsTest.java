package portage.api.tools;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.modelcontextprotocol.json.schema.jackson3.DefaultJsonSchemaValidator;
import io.modelcontextprotocol.spec.McpSchema;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import portage.api.RunningApi;
import portage.api.RunningApi.Reply;
import portage.model.wire.CanonicalJson;
import portage.model.wire.RedisKeys;
import portage.testing.AnnouncedContent;
import portage.testing.RealRedis;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The nine tools, called by the official client over HTTP; the content is the sample,
 * read from Redis.
 */
class ToolsTest {

	private static RealRedis redis;

	private static RunningApi api;

	@BeforeAll
	static void start() {
		redis = RealRedis.start();
		AnnouncedContent.sample(redis, new RedisKeys("portage"));
		api = RunningApi.start(redis);
	}

	@AfterAll
	static void stop() {
		api.close();
		redis.close();
	}

	static Stream<Call> calls() {
		return Stream.of(new Call("list_projects", Map.of()), new Call("list_projects", Map.of("status", "all")),
				new Call("list_projects", Map.of("detail", "summary")),
				new Call("list_resources", Map.of("status", "all", "limit", 3)),
				new Call("list_resources", Map.of("tag", "there is no such tag")),
				new Call("get_project", Map.of("id", "phare-saint-orvan")),
				new Call("get_project", Map.of("id", "no-such-project")),
				new Call("get_resource", Map.of("id", "guide-ecriture-interface")),
				new Call("get_resource", Map.of("id", "no such resource")),
				new Call("update_project", Map.of("id", "phare-saint-orvan", "data", Map.of("title", "New"))),
				new Call("update_resource", Map.of()), new Call("get_audit_log", Map.of("limit", 1000)),
				new Call("get_audit_log", Map.of("action", "delete", "source", "admin")),
				new Call("get_audit_stats", Map.of()), new Call("get_migration_status", Map.of()));
	}

	@ParameterizedTest
	@MethodSource("calls")
	void everyAnswerIsAsTheToolDeclares(Call call) {
		McpSchema.Tool tool = api.client()
			.listTools()
			.tools()
			.stream()
			.filter((listed) -> listed.name().equals(call.tool()))
			.findFirst()
			.orElseThrow();
		Reply reply = api.call(call.tool(), call.arguments());
		var verdict = new DefaultJsonSchemaValidator().validate(Objects.requireNonNull(tool.outputSchema()),
				reply.json());
		assertThat(verdict.errorMessage()).isNull();
		assertThat(CanonicalJson.STRICT.readTree(reply.text())).isEqualTo(reply.json());
		assertThat(reply.at("/success").booleanValue()).isEqualTo(!reply.error());
	}

	@Test
	void readsComeFromTheAnnouncedGeneration() {
		JsonNode meta = api.call("list_projects", Map.of()).at("/meta");
		assertThat(meta.get("source").stringValue()).isEqualTo("redis");
		assertThat(meta.get("degraded").booleanValue()).isFalse();
		assertThat(meta.get("generation").stringValue()).isEqualTo("g1");
		assertThat(meta.get("timestamp").stringValue())
			.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?Z");
	}

	@Test
	void onlyPublishedProjectsAreListedUnlessAskedOtherwise() {
		assertThat(statuses(Map.of())).containsOnly("published");
		assertThat(statuses(Map.of("status", "draft"))).containsOnly("draft");
		assertThat(statuses(Map.of("status", "all"))).contains("published", "draft", "archived");
	}

	private static List<String> statuses(Map<String, Object> arguments) {
		return api.call("list_projects", arguments)
			.at("/data")
			.valueStream()
			.map((project) -> project.at("/metadata/status").stringValue())
			.toList();
	}

	@Test
	void featuredTrueAndFalseShareTheProjectsBetweenThem() {
		int all = api.call("list_projects", Map.of("status", "all")).at("/meta/total").intValue();
		int featured = api.call("list_projects", Map.of("status", "all", "featured", true))
			.at("/meta/total")
			.intValue();
		int others = api.call("list_projects", Map.of("status", "all", "featured", false)).at("/meta/total").intValue();
		assertThat(featured).isPositive();
		assertThat(others).isPositive();
		assertThat(featured + others).isEqualTo(all);
	}

	@ParameterizedTest
	@CsvSource({ "list_projects,1", "list_resources,3", "get_audit_log,5" })
	void pagesFollowEachOtherToTheEnd(String tool, int limit) {
		Map<String, Object> arguments = new HashMap<>(Map.of("limit", limit));
		if (!tool.equals("get_audit_log")) {
			arguments.put("status", "all");
		}
		List<JsonNode> walked = new ArrayList<>();
		Reply page = api.call(tool, arguments);
		int total = page.at("/meta/total").intValue();
		page.at("/data").forEach(walked::add);
		while (page.json().get("meta").has("nextCursor")) {
			arguments.put("cursor", page.at("/meta/nextCursor").stringValue());
			page = api.call(tool, arguments);
			assertThat(page.at("/meta/total").intValue()).isEqualTo(total);
			page.at("/data").forEach(walked::add);
		}
		arguments.remove("cursor");
		arguments.put("limit", 200);
		assertThat(walked).hasSize(total)
			.containsExactlyElementsOf(api.call(tool, arguments).at("/data").valueStream().toList());
	}

	@Test
	void sinceBelongsToTheSpanAndUntilDoesNot() {
		List<String> times = api.call("get_audit_log", Map.of()).at("/data").findValuesAsString("timestamp");
		String newest = times.get(0);
		String oldest = times.get(times.size() - 1);
		Reply span = api.call("get_audit_log", Map.of("since", oldest, "until", newest));
		List<String> found = span.at("/data").findValuesAsString("timestamp");
		assertThat(found).contains(oldest).doesNotContain(newest);
		assertThat(span.at("/meta/total").intValue()).isEqualTo(found.size());
	}

	@ParameterizedTest
	@ValueSource(strings = { "abc", "eyJ2IjoxfQ", "%%%", "bnVsbA" })
	void aMadeUpCursorIsRefused(String cursor) {
		assertThat(faults(api.call("list_projects", Map.of("cursor", cursor)))).containsExactly("/cursor");
	}

	@Test
	void aCursorOfAnotherQueryIsRefused() {
		String cursor = api.call("list_projects", Map.of("limit", 1)).at("/meta/nextCursor").stringValue();
		assertThat(faults(api.call("list_projects", Map.of("cursor", cursor, "status", "all"))))
			.containsExactly("/cursor");
		assertThat(faults(api.call("list_resources", Map.of("cursor", cursor)))).containsExactly("/cursor");
		assertThat(faults(api.call("list_projects", Map.of("cursor", cursor.substring(1))))).containsExactly("/cursor");
		assertThat(api.call("list_projects", Map.of("cursor", cursor, "limit", 7)).error()).isFalse();
	}

	@Test
	void everyFaultOfTheArgumentsIsToldAtOnce() {
		Reply reply = api.call("get_audit_log", Map.of("limit", 0, "action", "look", "entityId", "a b", "since",
				"2025-01-02T00:00:00Z", "until", "2025-01-01T00:00:00Z", "cursor", 7, "sort", "up"));
		assertThat(reply.error()).isTrue();
		assertThat(reply.at("/error/code").stringValue()).isEqualTo("VALIDATION_FAILED");
		assertThat(faults(reply)).containsExactlyInAnyOrder("/limit", "/action", "/entityId", "/cursor", "/sort",
				"/since");
		assertThat(reply.at("/error/message").stringValue()).contains(
				"/limit must be a whole number from 1 to 1,000, but is the number 0",
				"/action must be one of create, update, delete, read, but is the text \"look\"",
				"Correct them and call get_audit_log again");
	}

	private static List<String> faults(Reply reply) {
		return reply.at("/error/details").findValuesAsString("pointer");
	}

	@ParameterizedTest
	@CsvSource({ "get_project,PROJECT_NOT_FOUND", "get_resource,RESOURCE_NOT_FOUND" })
	void anUnknownIdIsNotFound(String tool, String code) {
		Reply reply = api.call(tool, Map.of("id", "no.such_id-1"));
		assertThat(reply.error()).isTrue();
		assertThat(reply.at("/error/code").stringValue()).isEqualTo(code);
		assertThat(reply.at("/error/message").stringValue()).contains("\"no.such_id-1\"");
	}

	@Test
	void updatesAreRefusedWithThePhaseAndTheWayOut() {
		Reply reply = api.call("update_project", Map.of("id", "phare-saint-orvan", "data", Map.of("title", "New")));
		assertThat(reply.error()).isTrue();
		assertThat(reply.at("/error/code").stringValue()).isEqualTo("WRITES_DISABLED");
		assertThat(reply.at("/error/details/phase").stringValue()).isEqualTo("read-only");
		assertThat(reply.at("/error/message").stringValue()).contains("phase read-only", "dual-write",
				"POST /api/migration/dual-write", "next release");
	}

	@Test
	void theStatusTellsTheAnnouncement() {
		JsonNode status = api.call("get_migration_status", Map.of()).at("/data");
		assertThat(status.get("phase").stringValue()).isEqualTo("read-only");
		assertThat(status.at("/announcement/generation").stringValue()).isEqualTo("g1");
		assertThat(status.at("/announcement/documents"))
			.isEqualTo(CanonicalJson.STRICT.readTree("{\"projects\":8,\"resources\":10,\"audit\":22}"));
		assertThat(status.at("/redis/available").booleanValue()).isTrue();
	}

	/** One call of a tool. */
	record Call(String tool, Map<String, Object> arguments) {
	}

}
