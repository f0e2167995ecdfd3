package portage.model.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import portage.model.content.ContentType;

/** Reads projects from bytes in memory, as a caller of {@link DocumentReader} does. */
final class Reading {

	private final DocumentReader reader;

	private Reading(byte[] source, SourceForm form, Checkpoint from) {
		InputStream in = new ByteArrayInputStream(source, Math.toIntExact(from.offset()), source.length);
		this.reader = new DocumentReader(ContentType.PROJECT, in,
				(form == SourceForm.LINES) ? "projects.jsonl" : "projects.json", form, from);
	}

	static Reading of(byte[] source, SourceForm form) {
		return from(Checkpoint.START, source, form);
	}

	static Reading of(String source, SourceForm form) {
		return of(source.getBytes(StandardCharsets.UTF_8), form);
	}

	static Reading from(Checkpoint checkpoint, byte[] source, SourceForm form) {
		return new Reading(source, form, checkpoint);
	}

	DocumentReader reader() {
		return this.reader;
	}

	SourceItem next() {
		try {
			return this.reader.next();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** All that is left. */
	List<SourceItem> rest() {
		List<SourceItem> items = new ArrayList<>();
		for (SourceItem item = next(); item != null; item = next()) {
			items.add(item);
		}
		return items;
	}

	/** All that is left, in a form that can be compared. */
	List<String> described() {
		return rest().stream().map(Reading::describe).toList();
	}

	static String describe(SourceItem item) {
		return (item instanceof Document document) ? "%d:%d: #%d %s %s".formatted(document.line(), document.column(),
				document.position(), document.id(), new String(document.json(), StandardCharsets.UTF_8))
				: ((Reject) item).summary();
	}

}
