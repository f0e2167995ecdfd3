package portage.api.mcp;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class McpPropertiesTest {

	@Test
	void defaults() {
		assertThat(bound(Map.of())).isEqualTo(new McpProperties(
				List.of("localhost:*", "127.0.0.1:*", "[::1]:*"), List.of("http://localhost:*", "https://localhost:*",
						"http://127.0.0.1:*", "https://127.0.0.1:*", "http://[::1]:*", "https://[::1]:*"),
				DataSize.ofMegabytes(2)));
	}

	@Test
	void names() {
		McpProperties properties = bound(
				Map.of("portage.mcp.allowed-hosts", "mcp.example.org", "portage.mcp.allowed-origins",
						"https://a.example,https://b.example:*", "portage.mcp.max-request-size", "64KB"));
		assertThat(properties.allowedHosts()).containsExactly("mcp.example.org");
		assertThat(properties.allowedOrigins()).containsExactly("https://a.example", "https://b.example:*");
		assertThat(properties.maxRequestSize()).isEqualTo(DataSize.ofKilobytes(64));
	}

	@Test
	void aSizeBeyondItsBoundsIsRefused() {
		assertThatThrownBy(() -> bound(Map.of("portage.mcp.max-request-size", "2GB"))).rootCause()
			.hasMessage("portage.mcp.max-request-size must be 1B to 1GB, but is 2147483648B");
	}

	private static McpProperties bound(Map<String, String> settings) {
		return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("portage.mcp",
				McpProperties.class);
	}

}
