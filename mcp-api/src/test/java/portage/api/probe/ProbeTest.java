package portage.api.probe;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import portage.api.McpApi;
import portage.model.wire.RedisKeys;
import portage.testing.AnnouncedContent;
import portage.testing.RealRedis;

import static org.assertj.core.api.Assertions.assertThat;

/** The probe against the API it is made for, before and after an announcement. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProbeTest {

	private static RealRedis redis;

	private static ConfigurableApplicationContext api;

	private static String address;

	@BeforeAll
	static void start() {
		redis = RealRedis.start();
		api = new SpringApplicationBuilder(McpApi.class).run("--server.port=0",
				"--portage.redis.read.url=" + redis.uri(), "--portage.redis.write.url=" + redis.uri());
		address = "http://localhost:" + api.getEnvironment().getProperty("local.server.port");
	}

	@AfterAll
	static void stop() {
		api.close();
		redis.close();
	}

	@Test
	@Order(1)
	void readsWithEachTool() {
		Outcome outcome = probe("--url", address + "/mcp", "--wait", "10", "--expect", "json");
		assertThat(outcome.lines()).last().isEqualTo("All 7 read tools answered from json.");
		assertThat(outcome.lines().stream().limit(7).map((line) -> line.strip().split(" +")[0])).containsExactly(
				"list_projects", "get_project", "list_resources", "get_resource", "get_audit_log", "get_audit_stats",
				"get_migration_status");
		assertThat(outcome.lines().get(0)).matches("  list_projects +json +8 in total +\\d+ ms");
		assertThat(outcome.lines().get(1)).matches("  get_project +json +phare-saint-orvan +\\d+ ms");
		assertThat(outcome.exitCode()).isZero();
	}

	@Test
	@Order(1)
	void anotherSourceIsAFailure() {
		Outcome outcome = probe("--url", address + "/mcp", "--expect", "redis");
		assertThat(outcome.exitCode()).isEqualTo(1);
		assertThat(outcome.lines()).singleElement()
			.asString()
			.startsWith("probe: expected answers from redis, but list_projects, get_project, list_resources, ")
			.endsWith(" came from json");
	}

	@Test
	@Order(2)
	void waitsForTheCutover() {
		CompletableFuture<Outcome> outcome = CompletableFuture
			// Not on the common pool, which has one thread here and which the HTTP client
			// needs, too.
			.supplyAsync(() -> probe("--url", address + "/mcp", "--wait", "20", "--expect", "redis"),
					(probe) -> new Thread(probe, "probe").start());
		AnnouncedContent.sample(redis, new RedisKeys("portage"));
		assertThat(outcome.join().lines()).last().isEqualTo("All 7 read tools answered from redis.");
		assertThat(outcome.join().exitCode()).isZero();
	}

	@Test
	void whoIsNoMcpServerIsNamed() {
		Outcome outcome = probe("--url", address + "/actuator/health");
		assertThat(outcome.exitCode()).isEqualTo(1);
		assertThat(outcome.lines()).singleElement()
			.asString()
			.startsWith("probe: no MCP server answers at " + address + "/actuator/health: ");
	}

	@Test
	void nobodyListens() {
		String url = "http://localhost:" + RealRedis.freePort() + "/mcp";
		Outcome outcome = probe("--url", url);
		assertThat(outcome.exitCode()).isEqualTo(1);
		assertThat(outcome.lines()).singleElement().asString().startsWith("probe: no MCP server answers at " + url);
	}

	@Test
	void portsInUseAreNamed() throws IOException {
		int free = RealRedis.freePort();
		try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			assertThat(probe("--unused", free + "," + taken.getLocalPort()))
				.isEqualTo(new Outcome(1, List.of("in use: " + taken.getLocalPort())));
		}
		assertThat(probe("--unused", "" + free)).isEqualTo(new Outcome(0, List.of()));
	}

	@Test
	void wrongOptionsAreExplained() {
		assertRefused("there is no option '--uri'", "--uri", "x");
		assertRefused("--url needs a value", "--url");
		assertRefused("--url must be an http(s) URL, but is 'localhost'", "--url", "localhost");
		assertRefused("--wait takes numbers, but got 'long'", "--wait", "long");
		assertRefused("--wait must be 0 or more seconds, but is -1", "--wait", "-1");
		assertRefused("--expect must be json or redis, but is 'both'", "--expect", "both");
		assertRefused("--unused takes ports from 0 to 65535, but got [65536]", "--unused", "65536");
	}

	private static void assertRefused(String message, String... arguments) {
		Outcome outcome = probe(arguments);
		assertThat(outcome.exitCode()).isEqualTo(1);
		assertThat(outcome.lines()).first().isEqualTo("probe: " + message);
		assertThat(outcome.lines()).element(1).asString().startsWith("probe [--url ");
	}

	private static Outcome probe(String... arguments) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		int exitCode = new Probe(new PrintStream(out, true, StandardCharsets.UTF_8)).run(arguments);
		return new Outcome(exitCode, out.toString(StandardCharsets.UTF_8).lines().toList());
	}

	private record Outcome(int exitCode, List<String> lines) {
	}

}
