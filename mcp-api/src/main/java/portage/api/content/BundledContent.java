package portage.api.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import portage.api.content.DocumentIndex.Entry;
import portage.api.content.Origin.Source;
import portage.model.content.ContentType;
import portage.model.source.Checkpoint;
import portage.model.source.Document;
import portage.model.source.DocumentReader;
import portage.model.source.Reject;
import portage.model.source.SourceFault;
import portage.model.source.SourceForm;
import portage.model.source.SourceItem;

/**
 * The JSON files, read once at start and kept in memory. They are read exactly as the job
 * reads them, so that both stores hold the same documents: what the job would reject is
 * left out here too, logged and counted.
 */
public final class BundledContent implements ContentStore {

	private static final Logger logger = LoggerFactory.getLogger(BundledContent.class);

	/** So many rejects of a file are logged; the report of the job names them all. */
	private static final int LOGGED = 20;

	private final Map<ContentType, DocumentIndex> indexes;

	private final Map<ContentType, Long> rejected;

	private final Origin origin;

	private BundledContent(Map<ContentType, DocumentIndex> indexes, Map<ContentType, Long> rejected, Origin origin) {
		this.indexes = indexes;
		this.rejected = rejected;
		this.origin = origin;
	}

	/**
	 * Reads the files.
	 * @param directory where they lie; null for those that ship with Portage
	 */
	static BundledContent load(@Nullable Path directory) {
		Map<ContentType, DocumentIndex> indexes = new EnumMap<>(ContentType.class);
		Map<ContentType, Long> rejected = new EnumMap<>(ContentType.class);
		for (ContentType type : ContentType.values()) {
			SourceFile file = SourceFile.of(type, directory);
			List<Entry> entries = new ArrayList<>();
			rejected.put(type, load(type, file, entries));
			indexes.put(type, new DocumentIndex(type, entries));
			logger.info("Read {}: {} documents, {} rejected", file.name(), entries.size(), rejected.get(type));
		}
		return new BundledContent(indexes, rejected, new Origin(Source.JSON, false, 0));
	}

	private static long load(ContentType type, SourceFile file, List<Entry> entries) {
		Map<String, Long> positions = new HashMap<>();
		long rejected = 0;
		try (InputStream in = file.opening().open()) {
			DocumentReader reader = new DocumentReader(type, in, file.name(), SourceForm.ofName(file.name()),
					Checkpoint.START);
			for (SourceItem item = reader.next(); item != null; item = reader.next()) {
				Reject reject = rejectOf(item, positions, reader);
				if (reject == null) {
					entries.add(Entry.of((Document) item));
				}
				else if (++rejected <= LOGGED) {
					logger.warn("Left out: {}", reject.summary());
				}
			}
		}
		catch (IOException ex) {
			throw new UnreadableContent(file.name() + " cannot be read: " + ex, ex);
		}
		catch (SourceFault ex) {
			throw new UnreadableContent(String.valueOf(ex.getMessage()), ex);
		}
		if (rejected > LOGGED) {
			logger.warn("Left out {} more of {}", rejected - LOGGED, file.name());
		}
		return rejected;
	}

	private static @Nullable Reject rejectOf(SourceItem item, Map<String, Long> positions, DocumentReader reader) {
		if (item instanceof Document document) {
			Long first = positions.putIfAbsent(document.id(), document.position());
			return (first != null) ? reader.duplicate(document, first) : null;
		}
		return (Reject) item;
	}

	/** The same content, saying that another store should have answered. */
	public BundledContent degraded() {
		return new BundledContent(this.indexes, this.rejected, new Origin(Source.JSON, true, 0));
	}

	/** How many documents there are of a type. */
	public long documents(ContentType type) {
		return index(type).size();
	}

	/** How many documents of a type were left out. */
	public long rejected(ContentType type) {
		return Objects.requireNonNull(this.rejected.get(type));
	}

	@Override
	public Found find(ContentType type, String id) {
		return new Found(this.origin, index(type).find(id));
	}

	@Override
	public Page page(PageQuery query) {
		return index(query.type()).page(query, this.origin);
	}

	@Override
	public Counts counts(ContentType type, List<String> facets) {
		return index(type).counts(facets, this.origin);
	}

	private DocumentIndex index(ContentType type) {
		return Objects.requireNonNull(this.indexes.get(type));
	}

}
