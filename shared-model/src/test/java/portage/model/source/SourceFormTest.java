package portage.model.source;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SourceFormTest {

	@ParameterizedTest
	@CsvSource({ "projects.json, ARRAY", "projects.json.gz, ARRAY", "projects, ARRAY", "projects.jsonl, LINES",
			"projects.jsonl.gz, LINES", "projects.ndjson, LINES", "projects.ndjson.gz, LINES" })
	void isWhatTheNameSays(String name, SourceForm form) {
		assertThat(SourceForm.ofName(name)).isEqualTo(form);
	}

}
