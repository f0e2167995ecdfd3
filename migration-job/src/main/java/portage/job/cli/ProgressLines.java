package portage.job.cli;

import java.io.PrintWriter;

import portage.job.redis.Counts;

/**
 * A line when a step ends, for logs; and one when a step goes on where an earlier run
 * stopped.
 */
final class ProgressLines implements ProgressView {

	private final PrintWriter out;

	ProgressLines(PrintWriter out) {
		this.out = out;
	}

	@Override
	public void began(String step, long total, long done) {
		if (done > 0) {
			this.out.printf("%s: going on at byte %,d%n", step, done);
			this.out.flush();
		}
	}

	@Override
	public void advanced(String step, Counts counts, long done) {
		// A log wants the end of a step, not every chunk.
	}

	@Override
	public void ended(String step, Counts counts) {
		if (step.equals("verify")) {
			this.out.printf("verify: %,d compared%n", counts.read());
		}
		else {
			this.out.printf("%s: %,d read, %,d written, %,d rejected%n", step, counts.read(), counts.written(),
					counts.rejected());
		}
		this.out.flush();
	}

	@Override
	public void close() {
		this.out.flush();
	}

}
