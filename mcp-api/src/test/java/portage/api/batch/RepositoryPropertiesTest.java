package portage.api.batch;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RepositoryPropertiesTest {

	@Test
	void defaults() {
		assertThat(bind(Map.of())).isEqualTo(
				new RepositoryProperties("jdbc:h2:tcp://localhost:9092/./portage", "sa", "", Duration.ofSeconds(1)));
	}

	@Test
	void names() {
		assertThat(bind(Map.of("portage.repository.url", "jdbc:postgresql://db/portage", "portage.repository.username",
				"reader", "portage.repository.password", "secret", "portage.repository.timeout", "300ms")))
			.isEqualTo(new RepositoryProperties("jdbc:postgresql://db/portage", "reader", "secret",
					Duration.ofMillis(300)))
			.asString()
			.doesNotContain("secret");
	}

	@Test
	void timeoutIsNotShorterThanThePoolAllows() {
		assertThatThrownBy(() -> new RepositoryProperties("jdbc:h2:mem:", "sa", "", Duration.ofMillis(249)))
			.hasMessage("portage.repository.timeout must be 250 ms or more, but is 249 ms");
	}

	private static RepositoryProperties bind(Map<String, String> settings) {
		return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("portage.repository",
				RepositoryProperties.class);
	}

}
