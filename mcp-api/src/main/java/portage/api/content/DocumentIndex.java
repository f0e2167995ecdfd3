package portage.api.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import portage.api.content.PageQuery.Mark;
import portage.model.content.ContentType;
import portage.model.source.Document;

/**
 * The documents of one type in memory, in the order in which they are listed. For each
 * facet it knows the places of the documents that have it, ascending, so that a query
 * walks the rarest facet and looks the others up.
 */
final class DocumentIndex {

	private static final int[] NOWHERE = {};

	private final boolean descending;

	private final StoredDocument[] documents;

	private final Map<String, StoredDocument> byId;

	private final Map<String, int[]> places;

	DocumentIndex(ContentType type, List<Entry> entries) {
		this.descending = (type == ContentType.AUDIT);
		Comparator<Entry> order = Comparator.<Entry>comparingLong((entry) -> entry.document().score())
			.thenComparing((entry) -> entry.document().id());
		List<Entry> listing = new ArrayList<>(entries);
		listing.sort(this.descending ? order.reversed() : order);
		this.documents = listing.stream().map(Entry::document).toArray(StoredDocument[]::new);
		this.byId = new HashMap<>(listing.size() * 2);
		Map<String, List<Integer>> found = new HashMap<>();
		for (int place = 0; place < this.documents.length; place++) {
			this.byId.put(this.documents[place].id(), this.documents[place]);
			for (String facet : listing.get(place).facets()) {
				found.computeIfAbsent(facet, (word) -> new ArrayList<>()).add(place);
			}
		}
		this.places = found.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey,
					(entry) -> entry.getValue().stream().mapToInt(Integer::intValue).toArray()));
	}

	int size() {
		return this.documents.length;
	}

	Optional<StoredDocument> find(String id) {
		return Optional.ofNullable(this.byId.get(id));
	}

	Counts counts(List<String> facets, Origin origin) {
		Map<String, Long> byFacet = new HashMap<>();
		facets.forEach((facet) -> byFacet.put(facet, (long) places(facet).length));
		OptionalLong first = scoreAt(0);
		OptionalLong last = scoreAt(this.documents.length - 1);
		return new Counts(origin, this.documents.length, byFacet, this.descending ? last : first,
				this.descending ? first : last);
	}

	Page page(PageQuery query, Origin origin) {
		int from = firstThat((document) -> !(this.descending ? document.score() > query.highest()
				: document.score() < query.lowest()));
		int to = Math.max(from, firstThat((document) -> this.descending ? document.score() < query.lowest()
				: document.score() > query.highest()));
		Mark after = query.after();
		int start = (after != null) ? Math.max(from, firstThat((document) -> isBehind(document, after))) : from;
		if (query.facets().isEmpty()) {
			int end = Math.min(to, start + query.limit());
			return new Page(origin, to - from,
					(start < end) ? Arrays.asList(this.documents).subList(start, end) : List.of(), end < to);
		}
		return page(query, origin, from, to, start);
	}

	private Page page(PageQuery query, Origin origin, int from, int to, int start) {
		List<int[]> wanted = query.facets()
			.stream()
			.map(this::places)
			.sorted(Comparator.comparingInt((places) -> places.length))
			.toList();
		int[] walked = wanted.get(0);
		List<int[]> others = wanted.subList(1, wanted.size());
		long total = 0;
		boolean more = false;
		List<StoredDocument> page = new ArrayList<>();
		for (int i = firstNotBelow(walked, from); i < walked.length && walked[i] < to; i++) {
			int place = walked[i];
			if (others.stream().allMatch((other) -> Arrays.binarySearch(other, place) >= 0)) {
				total++;
				if (place >= start && page.size() < query.limit()) {
					page.add(this.documents[place]);
				}
				else if (place >= start) {
					more = true;
				}
			}
		}
		return new Page(origin, total, page, more);
	}

	private int[] places(String facet) {
		return this.places.getOrDefault(facet, NOWHERE);
	}

	private OptionalLong scoreAt(int place) {
		return (this.documents.length > 0) ? OptionalLong.of(this.documents[place].score()) : OptionalLong.empty();
	}

	private boolean isBehind(StoredDocument document, Mark mark) {
		int order = Long.compare(document.score(), mark.score());
		if (order == 0) {
			order = document.id().compareTo(mark.id());
		}
		return this.descending ? order < 0 : order > 0;
	}

	private static int firstNotBelow(int[] places, int place) {
		int found = Arrays.binarySearch(places, place);
		return (found >= 0) ? found : -found - 1;
	}

	/** The first place from which on a condition holds, which it does not before. */
	private int firstThat(Predicate<StoredDocument> condition) {
		int low = 0;
		int high = this.documents.length;
		while (low < high) {
			int middle = (low + high) >>> 1;
			if (condition.test(this.documents[middle])) {
				high = middle;
			}
			else {
				low = middle + 1;
			}
		}
		return low;
	}

	/**
	 * A document to be listed.
	 *
	 * @param document as it will be answered
	 * @param facets what it can be found by
	 */
	record Entry(StoredDocument document, List<String> facets) {

		/** Without the tree, which is many times as large as its bytes. */
		static Entry of(Document document) {
			return new Entry(new StoredDocument(document.id(), document.score(), document.json()), document.facets());
		}

	}

}
