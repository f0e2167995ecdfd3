package portage.api.content;

import java.util.Map;
import java.util.OptionalLong;

/**
 * How many documents there are.
 *
 * @param origin who answered
 * @param total of the type
 * @param byFacet for each facet that was asked for, 0 if no document has it
 * @param lowestScore of the listing; empty if there is no document
 * @param highestScore of the listing; empty if there is no document
 */
public record Counts(Origin origin, long total, Map<String, Long> byFacet, OptionalLong lowestScore,
		OptionalLong highestScore) {

	public Counts {
		byFacet = Map.copyOf(byFacet);
	}

}
