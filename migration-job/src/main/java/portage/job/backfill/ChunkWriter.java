package portage.job.backfill;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamWriter;

import portage.job.ExitCode;
import portage.job.JobFailure;
import portage.job.redis.Counts;
import portage.job.redis.GenerationStore;
import portage.job.source.SourceFile;
import portage.job.source.SourceItemReader;
import portage.model.content.ContentType;
import portage.model.source.Document;
import portage.model.source.Reject;
import portage.model.source.SourceItem;

/**
 * Writes chunks of one source and counts what became of each element. Its counts are part
 * of the checkpoint, so that they are right after any number of restarts.
 */
final class ChunkWriter implements ItemStreamWriter<SourceItem>, StepExecutionListener {

	private static final String WRITTEN = "counts.written";

	private static final String REJECTED = "counts.rejected";

	private static final String UNKNOWN_FIELDS = "counts.unknownFields";

	private final ContentType type;

	private final SourceItemReader reader;

	private final GenerationStore store;

	private final long generation;

	private final RejectPolicy policy;

	private final JobRepository repository;

	private final ProgressListener progress;

	private final long totalBytes;

	private Counts counts = Counts.NONE;

	private Counts before = Counts.NONE;

	private long unknownFields;

	ChunkWriter(SourceFile file, SourceItemReader reader, GenerationStore store, long generation, RejectPolicy policy,
			JobRepository repository, ProgressListener progress) {
		this.type = file.type();
		this.reader = reader;
		this.store = store;
		this.generation = generation;
		this.policy = policy;
		this.repository = repository;
		this.progress = progress;
		this.totalBytes = file.compressed() ? 0 : file.size();
	}

	/**
	 * Spring Batch 6.0.6 keeps the restored context of a restarted step in memory only;
	 * without this, a second crash before the first chunk would lose the checkpoint.
	 */
	@Override
	public void beforeStep(StepExecution execution) {
		this.repository.updateExecutionContext(execution);
	}

	@Override
	public void open(ExecutionContext context) {
		this.before = counts(context);
		this.counts = this.before;
		this.unknownFields = unknownFields(context);
		this.progress.began(this.type.plural(), this.totalBytes, this.reader.offset());
	}

	@Override
	public void write(Chunk<? extends SourceItem> chunk) {
		List<Document> documents = new ArrayList<>(chunk.size());
		List<Reject> rejects = new ArrayList<>();
		for (SourceItem item : chunk) {
			if (item instanceof Document document) {
				documents.add(document);
			}
			else {
				rejects.add((Reject) item);
			}
		}
		Map<Integer, Long> duplicates = this.store.write(this.generation,
				new GenerationStore.ChunkToWrite(this.type, documents, rejects, this.counts, this.reader.offset()));
		if (!duplicates.isEmpty()) {
			this.store.keep(this.generation,
					duplicates.entrySet()
						.stream()
						.map((entry) -> this.reader.duplicate(documents.get(entry.getKey()), entry.getValue()))
						.toList());
		}
		this.counts = this.counts.plus(documents.size() - duplicates.size(), rejects.size() + duplicates.size());
		this.unknownFields += documents.stream().mapToInt(Document::unknownFields).sum();
		this.progress.advanced(this.type.plural(), this.counts, this.reader.offset());
		if (this.policy.stopEarly() && this.policy.isExceededBy(this.counts.rejected())) {
			throw new JobFailure(ExitCode.REJECTS, "%s: more rejects than --max-rejects=%d allows; nothing was "
				.formatted(this.type.plural(), this.policy.most()) + "announced. Mend the source, or allow more");
		}
	}

	@Override
	public void update(ExecutionContext context) {
		context.putLong(WRITTEN, this.counts.written());
		context.putLong(REJECTED, this.counts.rejected());
		context.putLong(UNKNOWN_FIELDS, this.unknownFields);
	}

	/**
	 * To Spring Batch every element that reached this writer is written; what was
	 * rejected belongs to the filtered.
	 */
	@Override
	public ExitStatus afterStep(StepExecution execution) {
		long rejected = this.counts.rejected() - this.before.rejected();
		execution.setFilterCount(rejected);
		execution.setWriteCount(Math.max(0, execution.getWriteCount() - rejected));
		this.progress.ended(this.type.plural(), this.counts);
		return execution.getExitStatus();
	}

	static Counts counts(ExecutionContext context) {
		long written = context.getLong(WRITTEN, 0);
		long rejected = context.getLong(REJECTED, 0);
		return new Counts(written + rejected, written, rejected);
	}

	static long unknownFields(ExecutionContext context) {
		return context.getLong(UNKNOWN_FIELDS, 0);
	}

}
