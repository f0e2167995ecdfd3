package portage.job.verify;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import portage.model.content.ContentType;

/**
 * The outcome of comparing a source with a generation.
 *
 * @param generation which one
 * @param documents how many good documents the source has, by type
 * @param rejected how many elements of the source are rejected, by type
 * @param digest SHA-256 over the canonical bytes of the good documents in order
 * @param differences the first ones, in order
 * @param differenceCount how many there are in all
 */
public record Comparison(long generation, Map<ContentType, Long> documents, Map<ContentType, Long> rejected,
		String digest, List<Difference> differences, long differenceCount) {

	public Comparison {
		documents = Map.copyOf(new EnumMap<>(documents));
		rejected = Map.copyOf(new EnumMap<>(rejected));
		differences = List.copyOf(differences);
	}

	/** Whether the generation is what the source says. */
	public boolean equal() {
		return this.differenceCount == 0;
	}

}
