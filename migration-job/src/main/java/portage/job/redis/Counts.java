package portage.job.redis;

/**
 * What has become of the elements of one source. Nothing is ever missing:
 * {@code read = written + rejected}.
 *
 * @param read elements read
 * @param written documents written
 * @param rejected elements not migrated
 */
public record Counts(long read, long written, long rejected) {

	/** Before the first element. */
	public static final Counts NONE = new Counts(0, 0, 0);

	public Counts {
		if (read != written + rejected) {
			throw new IllegalStateException(
					"%d elements read, but %d written and %d rejected".formatted(read, written, rejected));
		}
	}

	/** With a chunk more. */
	public Counts plus(long moreWritten, long moreRejected) {
		return new Counts(this.read + moreWritten + moreRejected, this.written + moreWritten,
				this.rejected + moreRejected);
	}

}
