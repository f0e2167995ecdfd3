package portage.model.source;

/**
 * A source that cannot be read to its end with certainty. Unlike a {@link Reject} it
 * concerns the file as a whole, and no policy skips it: after it, nobody can say where
 * the next document begins.
 */
public final class SourceFault extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/** A fault at a place. */
	public SourceFault(String file, long line, long column, String reason) {
		super(file + ":" + line + ":" + column + ": " + reason);
	}

	/** A fault of the file itself. */
	public SourceFault(String file, String reason) {
		super(file + ": " + reason);
	}

}
