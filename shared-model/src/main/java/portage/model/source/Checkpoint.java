package portage.model.source;

/**
 * Where reading goes on: right behind the last element that was handed out.
 *
 * @param offset bytes from the beginning of the uncompressed source
 * @param line of that byte, from 1
 * @param column of that byte in code points, from 1
 * @param position how many elements lie before it
 */
public record Checkpoint(long offset, long line, long column, long position) {

	/** The beginning of a source. */
	public static final Checkpoint START = new Checkpoint(0, 1, 1, 0);

	public Checkpoint {
		if (offset < 0 || line < 1 || column < 1 || position < 0) {
			throw new IllegalArgumentException("no place in a source: offset %d, line %d, column %d, position %d"
				.formatted(offset, line, column, position));
		}
	}

}
