package portage.api.content;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

class ContentPropertiesTest {

	@Test
	void hasTheseDefaults() {
		assertThat(bound(Map.of()).json().directory()).isNull();
	}

	@Test
	void hasTheseNames() {
		assertThat(bound(Map.of("portage.json.directory", "files")).json().directory()).isEqualTo(Path.of("files"));
	}

	private static ContentProperties bound(Map<String, String> settings) {
		return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("portage",
				ContentProperties.class);
	}

}
