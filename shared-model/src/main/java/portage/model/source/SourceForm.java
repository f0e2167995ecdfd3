package portage.model.source;

import java.util.List;

/** How documents stand in a file. */
public enum SourceForm {

	/** One JSON array of documents. */
	ARRAY,

	/** One document a line. */
	LINES;

	/** What the name of a source file may end in, behind the plural of its type. */
	public static final List<String> FILE_ENDINGS = List.of(".json", ".jsonl", ".ndjson", ".json.gz", ".jsonl.gz",
			".ndjson.gz");

	/**
	 * The form a file's name promises; a name that promises none is taken for an array.
	 */
	public static SourceForm ofName(String fileName) {
		String name = fileName.endsWith(".gz") ? fileName.substring(0, fileName.length() - 3) : fileName;
		return (name.endsWith(".jsonl") || name.endsWith(".ndjson")) ? LINES : ARRAY;
	}

}
