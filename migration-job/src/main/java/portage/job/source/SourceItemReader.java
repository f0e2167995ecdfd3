package portage.job.source;

import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

import portage.model.source.Checkpoint;
import portage.model.source.Document;
import portage.model.source.Reject;
import portage.model.source.SourceItem;

/**
 * Hands a source to Spring Batch and keeps the checkpoint in the step's context.
 *
 * <p>
 * Not Spring's {@code JsonItemReader}: that one ends silently at a null or behind a
 * binding error, ignores what follows the array, and reads from the start again after a
 * restart.
 */
public final class SourceItemReader implements ItemStreamReader<SourceItem> {

	private static final String OFFSET = "checkpoint.offset";

	private static final String LINE = "checkpoint.line";

	private static final String COLUMN = "checkpoint.column";

	private static final String POSITION = "checkpoint.position";

	private final SourceFile file;

	private @Nullable OpenSource source;

	public SourceItemReader(SourceFile file) {
		this.file = file;
	}

	@Override
	public void open(ExecutionContext context) {
		Checkpoint from = context.containsKey(OFFSET) ? new Checkpoint(context.getLong(OFFSET), context.getLong(LINE),
				context.getLong(COLUMN), context.getLong(POSITION)) : Checkpoint.START;
		this.source = new OpenSource(this.file, from);
	}

	@Override
	public @Nullable SourceItem read() {
		return source().next();
	}

	@Override
	public void update(ExecutionContext context) {
		Checkpoint checkpoint = source().checkpoint();
		context.putLong(OFFSET, checkpoint.offset());
		context.putLong(LINE, checkpoint.line());
		context.putLong(COLUMN, checkpoint.column());
		context.putLong(POSITION, checkpoint.position());
	}

	@Override
	public void close() {
		if (this.source != null) {
			this.source.close();
			this.source = null;
		}
	}

	/** How far reading has come, in bytes of uncompressed JSON. */
	public long offset() {
		return source().checkpoint().offset();
	}

	/** How far a step had read at its last checkpoint, in bytes of uncompressed JSON. */
	public static long bytes(ExecutionContext context) {
		return context.getLong(OFFSET, 0);
	}

	/** The reject of a document whose id came before. */
	public Reject duplicate(Document document, long firstPosition) {
		return source().duplicate(document, firstPosition);
	}

	private OpenSource source() {
		if (this.source == null) {
			throw new IllegalStateException(this.file.name() + " is not open");
		}
		return this.source;
	}

}
