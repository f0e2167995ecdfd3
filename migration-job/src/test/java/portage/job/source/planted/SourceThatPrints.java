package portage.job.source.planted;

import portage.job.cli.CommandLineInterface;

/** Planted: a room that knows how people see it. */
public final class SourceThatPrints {

	private final Class<?> known = CommandLineInterface.class;

	@Override
	public String toString() {
		return this.known + " " + CommandLineInterface.run(this.known);
	}

}
