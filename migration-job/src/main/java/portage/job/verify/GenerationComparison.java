package portage.job.verify;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

import tools.jackson.core.JacksonException;

import portage.job.redis.GenerationReader;
import portage.job.redis.GenerationReader.ReadBack;
import portage.job.source.OpenSource;
import portage.job.source.SourceFile;
import portage.job.source.Sources;
import portage.model.content.ContentType;
import portage.model.source.Checkpoint;
import portage.model.source.Document;
import portage.model.source.SourceItem;
import portage.model.wire.CanonicalJson;
import portage.model.wire.Digests;

/**
 * Reads a source a second time and every document of a generation back, and compares them
 * value by value: bytes, place in the order, and everything a document should be found
 * by.
 *
 * <p>
 * Memory does not grow with the documents but for one bit each, which remembers the
 * places that were met: a place met twice is a duplicate id of the source, a place never
 * met is a document that the source does not have.
 */
public final class GenerationComparison {

	/** So many differences are kept; all are counted. */
	public static final int MOST_KEPT = 10_000;

	private static final int BATCH = 1000;

	private final GenerationReader generations;

	/** Over what a reader finds. */
	public GenerationComparison(GenerationReader generations) {
		this.generations = generations;
	}

	/**
	 * Compares all three types.
	 * @param progress is told how many elements were compared since it was last told
	 */
	public Comparison compare(Sources sources, long generation, LongConsumer progress) {
		MessageDigest digest = Digests.sha256();
		Map<ContentType, Long> documents = new EnumMap<>(ContentType.class);
		Map<ContentType, Long> rejected = new EnumMap<>(ContentType.class);
		List<Difference> kept = new ArrayList<>();
		long count = 0;
		for (ContentType type : ContentType.values()) {
			OneType one = new OneType(type, generation, digest, kept);
			one.compare(sources.file(type), progress);
			documents.put(type, one.documents);
			rejected.put(type, one.rejected);
			count += one.differences;
		}
		return new Comparison(generation, documents, rejected, Digests.hex(digest), kept, count);
	}

	/** The comparison of one type. */
	private final class OneType {

		private final ContentType type;

		private final long generation;

		private final MessageDigest digest;

		private final List<Difference> kept;

		private final BitSet met = new BitSet();

		private final Map<String, Long> facets = new HashMap<>();

		private final List<Document> batch = new ArrayList<>(BATCH);

		private long documents;

		private long rejected;

		private long differences;

		OneType(ContentType type, long generation, MessageDigest digest, List<Difference> kept) {
			this.type = type;
			this.generation = generation;
			this.digest = digest;
			this.kept = kept;
		}

		void compare(SourceFile file, LongConsumer progress) {
			try (OpenSource source = new OpenSource(file, Checkpoint.START)) {
				for (SourceItem item = source.next(); item != null; item = source.next()) {
					if (item instanceof Document document) {
						this.batch.add(document);
					}
					else {
						this.rejected++;
					}
					if (this.batch.size() == BATCH) {
						compareBatch(progress);
					}
				}
				compareBatch(progress);
			}
			compareSizes();
		}

		private void compareBatch(LongConsumer progress) {
			if (this.batch.isEmpty()) {
				return;
			}
			List<ReadBack> found = GenerationComparison.this.generations.readBack(this.generation, this.type,
					this.batch);
			for (int i = 0; i < this.batch.size(); i++) {
				compare(this.batch.get(i), found.get(i));
			}
			progress.accept(this.batch.size());
			this.batch.clear();
		}

		private void compare(Document document, ReadBack found) {
			Long place = found.position();
			if (place != null && this.met.get(Math.toIntExact(place))) {
				this.rejected++; // an id that came before: the first one counts
				return;
			}
			this.documents++;
			this.digest.update(document.json());
			this.digest.update((byte) '\n');
			document.facets().forEach((facet) -> this.facets.merge(facet, 1L, Long::sum));
			if (place == null || found.json() == null) {
				differs(Difference.Kind.MISSING, document.id(), "",
						"element " + document.position() + " of the source is not in Redis");
			}
			else {
				compareValues(document, found.json(), place, found.lacking());
			}
			if (place != null) {
				this.met.set(Math.toIntExact(place));
			}
		}

		private void compareValues(Document document, byte[] json, long place, List<String> lacking) {
			if (!Arrays.equals(document.json(), json)) {
				listValues(document, json);
			}
			if (place != document.position()) {
				differs(Difference.Kind.ORDER, document.id(), "",
						"is element " + document.position() + " of the source, but stands at " + place);
			}
			else if (!lacking.isEmpty()) {
				differs(Difference.Kind.INDEX, document.id(), "", "is not found by " + String.join(", ", lacking));
			}
		}

		private void listValues(Document document, byte[] json) {
			long before = this.differences;
			try {
				JsonDifferences.find(document.tree(), CanonicalJson.tree(json), "",
						(pointer, detail) -> differs(Difference.Kind.VALUE, document.id(), pointer, detail));
			}
			catch (JacksonException ex) {
				differs(Difference.Kind.VALUE, document.id(), "", "is no JSON in Redis: " + ex.getOriginalMessage());
			}
			if (this.differences == before) {
				differs(Difference.Kind.VALUE, document.id(), "", "has the same values, but is not in canonical form");
			}
		}

		/**
		 * Every document of the source was met; now whether Redis has more than these.
		 */
		private void compareSizes() {
			Map<String, Long> sizes = GenerationComparison.this.generations.sizes(this.generation, this.type);
			if (sizes.getOrDefault("order", 0L) != this.met.cardinality()) {
				listExtras();
			}
			this.facets.put("listing", sizes.getOrDefault("order", 0L));
			this.facets.put("order", sizes.getOrDefault("order", 0L));
			sizes.forEach((index, size) -> {
				long expected = this.facets.getOrDefault(index, 0L);
				if (size != expected && this.differences == 0) {
					differs(Difference.Kind.INDEX, index, "",
							"should have %,d documents, but has %,d".formatted(expected, size));
				}
			});
		}

		private void listExtras() {
			Map<String, Long> slice = GenerationComparison.this.generations.order(this.generation, this.type, 0, BATCH);
			for (long from = BATCH; !slice.isEmpty(); from += BATCH) {
				slice.forEach((id, place) -> {
					if (!this.met.get(Math.toIntExact(place))) {
						differs(Difference.Kind.EXTRA, id, "", "is in Redis, but not in the source");
					}
				});
				slice = GenerationComparison.this.generations.order(this.generation, this.type, from, BATCH);
			}
		}

		private void differs(Difference.Kind kind, String id, String pointer, String detail) {
			this.differences++;
			if (this.kept.size() < MOST_KEPT) {
				this.kept.add(new Difference(this.type, kind, id, pointer, detail));
			}
		}

	}

}
