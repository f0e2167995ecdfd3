package portage.job.cli;

import java.time.Duration;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

import portage.job.redis.Counts;

/** A bar for each step, with rate and time left. */
final class ProgressBars implements ProgressView {

	private static final long MEGABYTE = 1 << 20;

	private @Nullable ProgressBar bar;

	@Override
	public void began(String step, long total, long done) {
		close();
		ProgressBarBuilder builder = new ProgressBarBuilder().setTaskName("%-9s".formatted(step))
			.setInitialMax((total > 0) ? total : -1)
			.setStyle(ProgressBarStyle.ASCII)
			.setUpdateIntervalMillis(100)
			.startsFrom(done, Duration.ZERO)
			.showSpeed();
		if (!step.equals("verify")) {
			builder.setUnit((total > MEGABYTE) ? " MB" : " B", (total > MEGABYTE) ? MEGABYTE : 1);
		}
		this.bar = builder.build();
	}

	@Override
	public void advanced(String step, Counts counts, long done) {
		if (this.bar != null) {
			this.bar.stepTo(done);
			this.bar.setExtraMessage(message(counts));
		}
	}

	@Override
	public void ended(String step, Counts counts) {
		if (this.bar != null && this.bar.getMax() > 0) {
			this.bar.stepTo(this.bar.getMax());
		}
		close();
	}

	private static String message(Counts counts) {
		return (counts.rejected() == 0) ? " %,d documents".formatted(counts.written())
				: " %,d documents, %,d rejects".formatted(counts.written(), counts.rejected());
	}

	@Override
	public void close() {
		if (this.bar != null) {
			this.bar.close();
			this.bar = null;
		}
	}

}
