package portage.api.tools;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import portage.api.RunningApi;
import portage.model.wire.CanonicalJson;
import portage.testing.RealRedis;

import static org.assertj.core.api.Assertions.assertThat;

/** What agents are told of the tools; a golden file shows a change of it in review. */
class ToolListTest {

	private static final Path ACTUAL = Path.of("target", "tools.json");

	@Test
	void theListIsAsInTheGoldenFile() throws IOException {
		try (RealRedis redis = RealRedis.start(); RunningApi api = RunningApi.start(redis)) {
			JsonNode listed = CanonicalJson.STRICT.valueToTree(api.client().listTools().tools());
			String actual = CanonicalJson.STRICT.writerWithDefaultPrettyPrinter().writeValueAsString(listed) + "\n";
			Files.writeString(ACTUAL, actual);
			assertThat(actual)
				.as("what tools/list answers; if the change is meant, copy %s over tools.json", ACTUAL.toAbsolutePath())
				.isEqualTo(golden());
		}
	}

	private static String golden() throws IOException {
		try (InputStream in = Objects.requireNonNull(ToolListTest.class.getResourceAsStream("tools.json"))) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
