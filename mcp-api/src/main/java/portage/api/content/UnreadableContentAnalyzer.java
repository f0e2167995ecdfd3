package portage.api.content;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells the operator which file is at fault instead of which bean. */
final class UnreadableContentAnalyzer extends AbstractFailureAnalyzer<UnreadableContent> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, UnreadableContent cause) {
		return new FailureAnalysis("The JSON content cannot be served: " + cause.getMessage(),
				"Correct the file, or let portage.json.directory name another directory; without it the content that "
						+ "ships with Portage is served.",
				cause);
	}

}
