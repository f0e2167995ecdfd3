package portage.api.rest;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import portage.api.RunningApi;
import portage.model.wire.CanonicalJson;
import portage.model.wire.RedisKeys;
import portage.testing.AnnouncedContent;
import portage.testing.RealRedis;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * REST as a front end uses it: one server reads the sample from Redis, the other the same
 * from JSON.
 */
class RestTest {

	private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private static RealRedis redis;

	private static RunningApi api;

	private static RunningApi json;

	@BeforeAll
	static void start() {
		redis = RealRedis.start();
		AnnouncedContent.sample(redis, new RedisKeys("portage"));
		api = RunningApi.start(redis);
		json = RunningApi.start(redis, "portage.force-json=true");
	}

	@AfterAll
	static void stop() {
		json.close();
		api.close();
		redis.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/projects", "/api/resources?status=all&limit=2",
			"/api/projects?tag=accessibilit%C3%A9", "/api/projects?featured=false", "/api/projects/phare-saint-orvan" })
	void theCutoverIsInvisibleToCaches(String path) throws Exception {
		HttpResponse<String> fromRedis = get(api.uri(path));
		HttpResponse<String> fromJson = get(json.uri(path));
		assertThat(header(fromRedis, "X-Portage-Source")).contains("redis");
		assertThat(header(fromJson, "X-Portage-Source")).contains("json");
		assertThat(fromRedis.statusCode()).isEqualTo(200);
		assertThat(fromRedis.body()).isEqualTo(fromJson.body());
		assertThat(header(fromRedis, "ETag")).isEqualTo(header(fromJson, "ETag")).isPresent();
		assertThat(header(fromRedis, "ETag").orElseThrow()).matches("\"[0-9a-f]{32}\"");
		HttpResponse<String> again = get(json.uri(path), "If-None-Match", header(fromRedis, "ETag").orElseThrow());
		assertThat(again.statusCode()).isEqualTo(304);
		assertThat(again.body()).isEmpty();
		assertThat(get(json.uri(path), "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
	}

	@Test
	void linksLeadThroughAllPages() throws Exception {
		List<String> ids = new ArrayList<>();
		Optional<String> next = Optional.of("/api/resources?limit=3&status=all");
		while (next.isPresent()) {
			HttpResponse<String> page = get(api.uri(next.get()));
			JsonNode body = CanonicalJson.STRICT.readTree(page.body());
			assertThat(body.get("total").intValue()).isEqualTo(10);
			ids.addAll(body.get("items").findValuesAsString("id"));
			next = header(page, "Link").map(NEXT::matcher).filter(Matcher::matches).map((link) -> link.group(1));
			assertThat(body.has("nextCursor")).isEqualTo(next.isPresent());
		}
		assertThat(ids).hasSize(10).doesNotHaveDuplicates();
	}

	@Test
	void onlyPublishedDocumentsAreFoundUnlessAskedOtherwise() throws Exception {
		JsonNode drafts = CanonicalJson.STRICT.readTree(get(api.uri("/api/projects?status=draft")).body()).get("items");
		String draft = drafts.get(0).get("id").stringValue();
		assertThat(get(api.uri("/api/projects/" + draft)).statusCode()).isEqualTo(404);
		assertThat(get(api.uri("/api/projects/" + draft + "?status=all")).statusCode()).isEqualTo(200);
		assertThat(get(api.uri("/api/projects/" + draft + "?status=draft")).statusCode()).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource({ "/api/projects/no-such-project,404,PROJECT_NOT_FOUND", "/api/resources/none,404,RESOURCE_NOT_FOUND",
			"/api/projects/a%20b,400,VALIDATION_FAILED", "/api/projects?limit=0,400,VALIDATION_FAILED",
			"/api/projects?limit=05,400,VALIDATION_FAILED", "/api/projects?tag=%ff,400,VALIDATION_FAILED",
			"/api/projects?featured=1,400,VALIDATION_FAILED", "/api/projects?cursor=x,400,VALIDATION_FAILED",
			"/api/projects?tag=a&tag=b,400,VALIDATION_FAILED", "/api/projects?detail=full,400,VALIDATION_FAILED",
			"/api/nothing,404,NOT_FOUND", "/nothing,404,NOT_FOUND", "/api/projects/a/b,404,NOT_FOUND",
			"/error,404,NOT_FOUND" })
	void failuresAreProblemDetails(String path, int status, String code) throws Exception {
		HttpResponse<String> response = get(api.uri(path), "Accept", "text/html");
		assertThat(response.statusCode()).isEqualTo(status);
		assertThat(header(response, "Content-Type").orElseThrow()).startsWith("application/problem+json");
		JsonNode problem = CanonicalJson.STRICT.readTree(response.body());
		assertThat(problem.get("status").intValue()).isEqualTo(status);
		assertThat(problem.get("code").stringValue()).isEqualTo(code);
		assertThat(problem.get("title").stringValue()).isNotBlank();
		assertThat(response.body()).doesNotContain("Exception", "trace");
	}

	@Test
	void aProblemNamesEveryFault() throws Exception {
		String body = get(api.uri("/api/projects?limit=many&status=new&page=2")).body();
		assertThat(CanonicalJson.STRICT.readTree(body).get("details").findValuesAsString("pointer"))
			.containsExactly("/status", "/limit", "/page");
	}

	private static HttpResponse<String> get(URI uri, String... headers) throws Exception {
		HttpRequest.Builder request = HttpRequest.newBuilder(uri);
		if (headers.length > 0) {
			request.headers(headers);
		}
		return HTTP.send(request.build(), BodyHandlers.ofString());
	}

	private static Optional<String> header(HttpResponse<?> response, String name) {
		return response.headers().firstValue(name);
	}

}
