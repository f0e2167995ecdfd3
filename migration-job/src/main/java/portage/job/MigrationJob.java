package portage.job;

import portage.job.cli.CommandLineInterface;

/** Where the process begins and ends. */
public final class MigrationJob {

	private MigrationJob() {
	}

	public static void main(String[] args) {
		System.exit(run(args));
	}

	/**
	 * Runs a command as the process would, and returns its exit code instead of ending.
	 */
	static int run(String... args) {
		return CommandLineInterface.run(JobContext.class, args);
	}

}
