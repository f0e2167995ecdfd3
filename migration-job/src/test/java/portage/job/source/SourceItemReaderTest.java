package portage.job.source;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.batch.infrastructure.item.ExecutionContext;

import portage.model.content.ContentType;
import portage.model.source.Document;
import portage.model.source.SourceItem;

import static org.assertj.core.api.Assertions.assertThat;

/** The step's context is all that a restarted process knows. */
class SourceItemReaderTest {

	@ParameterizedTest
	@EnumSource
	void goesOnWhereTheContextSays(ContentType type) {
		List<String> all = read(type, new ExecutionContext(), Integer.MAX_VALUE);
		for (int taken = 0; taken <= all.size() + 1; taken++) {
			ExecutionContext context = new ExecutionContext();
			List<String> ids = read(type, context, taken);
			ids.addAll(read(type, new ExecutionContext(context), Integer.MAX_VALUE));
			assertThat(ids).as("read %d, then the rest", taken).isEqualTo(all);
		}
	}

	private static List<String> read(ContentType type, ExecutionContext context, int most) {
		SourceItemReader reader = new SourceItemReader(Sources.bundled().file(type));
		reader.open(context);
		try {
			List<String> ids = new ArrayList<>();
			for (int i = 0; i < most; i++) {
				SourceItem item = reader.read();
				if (item == null) {
					break;
				}
				ids.add(item.position() + " " + ((Document) item).id());
			}
			reader.update(context);
			return ids;
		}
		finally {
			reader.close();
		}
	}

}
