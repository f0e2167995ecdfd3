package portage.api.mcp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import portage.api.RunningApi;
import portage.model.wire.CanonicalJson;
import portage.testing.RealRedis;

import static org.assertj.core.api.Assertions.assertThat;

/** The edge as bytes on a socket, where the official client is too polite to go. */
class McpEdgeTest {

	private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"ping\"}";

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private static RealRedis redis;

	private static RunningApi api;

	@BeforeAll
	static void start() {
		redis = RealRedis.start();
		api = RunningApi.start(redis);
	}

	@AfterAll
	static void stop() {
		api.close();
		redis.close();
	}

	@ParameterizedTest
	@CsvSource({ "localhost,200", "localhost:8080,200", "LOCALHOST:1,200", "127.0.0.1:99,200", "[::1]:8080,200",
			"[::1],200", "evil.example,403", "localhost.evil.example,403", "localhost:80.evil.example,400",
			"evil.example:8080,403", "127.0.0.2,403" })
	void onlyOurOwnNamesAreHosts(String host, int status) throws IOException {
		assertThat(statusOf("POST", host, "")).isEqualTo(status);
	}

	@ParameterizedTest
	@CsvSource({ "http://localhost:5173,200", "https://localhost,200", "http://127.0.0.1:80,200",
			"http://[::1]:3000,200", "null,403", "https://evil.example,403", "http://localhost.evil.example,403",
			"http://localhost:1@evil.example,403", "https://localhost:evil,403", "localhost,403" })
	void onlyPagesOfThisMachineMayCall(String origin, int status) throws IOException {
		assertThat(statusOf("POST", "localhost", "Origin: " + origin + "\r\n")).isEqualTo(status);
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET", "OPTIONS", "DELETE", "PUT", "HEAD", "PATCH" })
	void noMethodGetsPastTheDoor(String method) throws IOException {
		assertThat(statusOf(method, "localhost", "Origin: https://evil.example\r\n")).isEqualTo(403);
		assertThat(statusOf(method, "evil.example", "")).isEqualTo(403);
		assertThat(statusOf(method, "localhost", "")).isEqualTo(405);
	}

	/** By hand, since Java's client sets {@code Host} itself. */
	private static int statusOf(String method, String host, String header) throws IOException {
		try (Socket socket = new Socket("localhost", api.uri("").getPort())) {
			socket.getOutputStream()
				.write(("%s /mcp HTTP/1.1\r\nHost: %s\r\n%sContent-Type: application/json\r\nContent-Length: %d\r\n"
						+ "Connection: close\r\n\r\n%s")
					.formatted(method, host, header, PING.length(), PING)
					.getBytes(StandardCharsets.US_ASCII));
			String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			return Integer.parseInt(answer.substring(9, 12));
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = { "{\"jsonrpc\":|400|-32700", "`   `|400|-32700",
			"{\"a\":1,\"a\":2}|400|-32700", "{} {}|400|-32700", "[]|400|-32600", "7|400|-32600",
			"{\"id\":1,\"method\":\"ping\"}|400|-32600", "{\"jsonrpc\":\"2.0\",\"id\":1}|400|-32600",
			"{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"}|400|-32600",
			"{\"jsonrpc\":\"2.0\",\"id\":1.5,\"method\":\"ping\"}|400|-32600",
			"{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":[]}|400|-32600",
			"{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"no/such/method\"}|200|-32601",
			"{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"get_audit_stats\",\"_meta\":5}}|200|-32602",
			"{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"server/discover\"}|200|-32601",
			"{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"capabilities\":7}}|200|-32602",
			"{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\"}|200|-32602",
			"{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"no_such_tool\"}}|200|-32602",
			"{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"list_projects\",\"arguments\":[]}}|200|-32602" })
	void brokenMessagesGetAJsonRpcError(String body, int status, int code) throws Exception {
		HttpResponse<String> response = post(BodyPublishers.ofString(body));
		assertThat(response.statusCode()).isEqualTo(status);
		JsonNode answer = CanonicalJson.STRICT.readTree(response.body());
		assertThat(answer.at("/error/code").intValue()).isEqualTo(code);
		assertThat(answer.at("/error/message").stringValue()).isNotBlank();
		assertThat(response.body()).doesNotContain("Exception", "stackTrace", "jackson", "at portage");
	}

	@Test
	void aRequestKeepsItsIdAndANotificationGetsNoAnswer() throws Exception {
		assertThat(post(BodyPublishers.ofString(PING)).body())
			.isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":7,\"result\":{}}");
		assertThat(post(BodyPublishers.ofString(PING.replace("7", "\"x\""))).body()).contains("\"id\":\"x\"");
		HttpResponse<String> accepted = post(
				BodyPublishers.ofString("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}"));
		assertThat(accepted.statusCode()).isEqualTo(202);
		assertThat(accepted.body()).isEmpty();
	}

	@Test
	void largeMessagesAreRefusedWithAndWithoutTheirLength() throws Exception {
		byte[] large = new byte[(2 << 20) + 1];
		for (BodyPublisher body : new BodyPublisher[] { BodyPublishers.ofByteArray(large),
				BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)) }) {
			HttpResponse<String> response = post(body);
			assertThat(response.statusCode()).isEqualTo(413);
			assertThat(response.body()).contains("\"code\":-32600", "2,097,152 bytes");
		}
	}

	@Test
	void whatIsNotJsonOrWantsNoJsonIsRefused() throws Exception {
		assertThat(send(request().setHeader("Content-Type", "text/plain"), BodyPublishers.ofString(PING)).statusCode())
			.isEqualTo(415);
		assertThat(send(request().setHeader("Accept", "text/html"), BodyPublishers.ofString(PING)).statusCode())
			.isEqualTo(406);
	}

	@ParameterizedTest
	@CsvSource({ "2025-11-25,200", "2025-06-18,200", "2024-11-05,400", "2026-07-28,400", "x,400" })
	void unknownProtocolVersionsAreRefused(String version, int status) throws Exception {
		HttpResponse<String> response = send(request().setHeader("MCP-Protocol-Version", version),
				BodyPublishers.ofString(PING));
		assertThat(response.statusCode()).isEqualTo(status);
	}

	@Test
	void clientsOfAnotherTimeAreOfferedTheNewestProtocol() throws Exception {
		String initialize = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2099-01-01\","
				+ "\"capabilities\":{},\"clientInfo\":{\"name\":\"test\",\"version\":\"1\"}}}";
		JsonNode answer = CanonicalJson.STRICT.readTree(post(BodyPublishers.ofString(initialize)).body());
		assertThat(answer.at("/result/protocolVersion").stringValue()).isEqualTo("2025-11-25");
		assertThat(answer.at("/result/serverInfo/name").stringValue()).isEqualTo("portage");
	}

	private static HttpResponse<String> post(BodyPublisher body) throws Exception {
		return send(request(), body);
	}

	private static HttpResponse<String> send(HttpRequest.Builder request, BodyPublisher body) throws Exception {
		return HTTP.send(request.POST(body).build(), BodyHandlers.ofString());
	}

	private static HttpRequest.Builder request() {
		URI mcp = api.uri("/mcp");
		return HttpRequest.newBuilder(mcp)
			.setHeader("Content-Type", "application/json")
			.setHeader("Accept", "application/json, text/event-stream");
	}

}
