package portage.job.source;

import java.io.IOException;
import java.io.InputStream;

import org.jspecify.annotations.Nullable;

import portage.model.source.Checkpoint;
import portage.model.source.Document;
import portage.model.source.DocumentReader;
import portage.model.source.Reject;
import portage.model.source.SourceItem;

/** A source being read. */
public final class OpenSource implements AutoCloseable {

	private final SourceFile file;

	private final InputStream in;

	private final DocumentReader reader;

	/** Opens a source where a checkpoint says. */
	public OpenSource(SourceFile file, Checkpoint from) {
		this.file = file;
		this.in = file.openAt(from.offset());
		this.reader = new DocumentReader(file.type(), this.in, file.name(), file.form(), from);
	}

	/**
	 * The next document or reject, or null behind the last.
	 * @throws portage.model.source.SourceFault if the file is not what it should be
	 */
	public @Nullable SourceItem next() {
		try {
			return this.reader.next();
		}
		catch (IOException ex) {
			throw this.file.unreadable(ex);
		}
	}

	/** Where to go on if reading stops here. */
	public Checkpoint checkpoint() {
		return this.reader.checkpoint();
	}

	/** The reject of a document whose id came before. */
	public Reject duplicate(Document document, long firstPosition) {
		return this.reader.duplicate(document, firstPosition);
	}

	@Override
	public void close() {
		try {
			this.in.close();
		}
		catch (IOException ex) {
			throw this.file.unreadable(ex);
		}
	}

}
