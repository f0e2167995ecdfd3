package portage.api.batch;

import java.util.List;

import tools.jackson.databind.JsonNode;

/**
 * What an execution did not migrate, as it goes out.
 *
 * @param generation the copy it was writing
 * @param total how many there are
 * @param items at most {@value #MOST} of them, by type and place in the source, each as
 * the job wrote it
 */
record RejectsView(long generation, long total, List<JsonNode> items) {

	/** So many rejects are shown. */
	static final int MOST = 100;

}
