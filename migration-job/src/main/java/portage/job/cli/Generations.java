package portage.job.cli;

import org.jspecify.annotations.Nullable;

import portage.job.ExitCode;
import portage.job.JobFailure;
import portage.job.redis.GenerationStore;
import portage.model.migration.Announcement;

/** The generation a command is about. */
final class Generations {

	private Generations() {
	}

	/**
	 * The one that was asked for, or else the current one.
	 * @throws JobFailure if none was asked for and nothing is announced, or the one asked
	 * for is not there
	 */
	static long chosen(@Nullable Long asked, GenerationStore store) {
		if (asked == null) {
			return store.current()
				.map(Announcement::generation)
				.orElseThrow(() -> new JobFailure(ExitCode.BAD_INPUT,
						"No generation was announced yet; migrate first, or name one with --generation"));
		}
		if (!store.known().contains(asked)) {
			throw new JobFailure(ExitCode.BAD_INPUT,
					"There is no generation " + asked + "; there are " + store.known());
		}
		return asked;
	}

}
