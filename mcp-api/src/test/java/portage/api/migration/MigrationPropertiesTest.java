package portage.api.migration;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import portage.api.migration.MigrationProperties.Migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

class MigrationPropertiesTest {

	@Test
	void hasTheseDefaults() {
		assertThat(bound(Map.of())).isEqualTo(new MigrationProperties(false, new Migration(Duration.ofMillis(500))));
	}

	@Test
	void hasTheseNames() {
		assertThat(bound(Map.of("portage.force-json", "true", "portage.migration.poll-interval", "20ms")))
			.isEqualTo(new MigrationProperties(true, new Migration(Duration.ofMillis(20))));
	}

	@Test
	void refusesAnIntervalThatWouldMissTheCutover() {
		assertThatException().isThrownBy(() -> bound(Map.of("portage.migration.poll-interval", "3s")))
			.havingRootCause()
			.withMessage("portage.migration.poll-interval must be 10 ms to 2 s, but is PT3S");
	}

	private static MigrationProperties bound(Map<String, String> settings) {
		return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("portage",
				MigrationProperties.class);
	}

}
