package portage.model.source;

/**
 * What reading yields for each element of a source: a {@link Document} or a
 * {@link Reject}, never silence.
 */
public sealed interface SourceItem permits Document, Reject {

	/** Which element of its source it is, from 0. */
	long position();

}
