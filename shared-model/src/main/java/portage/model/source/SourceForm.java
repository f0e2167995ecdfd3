package portage.model.source;

/** How documents stand in a file. */
public enum SourceForm {

	/** One JSON array of documents. */
	ARRAY,

	/** One document a line. */
	LINES;

	/**
	 * The form a file's name promises; a name that promises none is taken for an array.
	 */
	public static SourceForm ofName(String fileName) {
		String name = fileName.endsWith(".gz") ? fileName.substring(0, fileName.length() - 3) : fileName;
		return (name.endsWith(".jsonl") || name.endsWith(".ndjson")) ? LINES : ARRAY;
	}

}
