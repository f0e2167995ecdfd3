package portage.model.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

import org.jspecify.annotations.Nullable;

/**
 * Cuts a source into its elements without understanding them, in constant memory, and
 * knows the byte, line and column of each. What is between the elements must be exactly
 * what JSON asks for; what is inside is parsed by {@link DocumentReader}.
 */
final class ElementReader {

	private final InputStream in;

	private final String file;

	private final SourceForm form;

	private final int maxElement;

	private final byte[] buffer = new byte[1 << 16];

	private int next;

	private int limit;

	private long offset;

	private long line;

	private long column;

	private long position;

	/** Before the end was looked for, so that reading on from here finds it again. */
	private @Nullable Checkpoint behindLast;

	/**
	 * A reader of a stream that stands at a checkpoint.
	 * @param maxElement the most bytes of an element that are kept
	 */
	ElementReader(InputStream in, String file, SourceForm form, Checkpoint from, int maxElement) {
		this.in = in;
		this.file = file;
		this.form = form;
		this.maxElement = maxElement;
		this.offset = from.offset();
		this.line = from.line();
		this.column = from.column();
		this.position = from.position();
	}

	Checkpoint checkpoint() {
		return (this.behindLast != null) ? this.behindLast : here();
	}

	private Checkpoint here() {
		return new Checkpoint(this.offset, this.line, this.column, this.position);
	}

	/**
	 * The next element, or null behind the last.
	 * @throws SourceFault if what stands between elements is not what JSON asks for, or
	 * the file ends too early
	 */
	@Nullable Element next() throws IOException {
		if (this.behindLast != null) {
			return null;
		}
		Checkpoint before = here();
		if (this.offset == 0) {
			checkEncoding();
		}
		Element element = (this.form == SourceForm.LINES) ? nextLine() : nextOfArray();
		if (element == null) {
			this.behindLast = before;
		}
		return element;
	}

	private void checkEncoding() throws IOException {
		int first = peek();
		int second = (this.limit > 1) ? this.buffer[1] & 0xFF : -1;
		if ((first == 0xFE && second == 0xFF) || (first == 0xFF && second == 0xFE) || first == 0 || second == 0) {
			throw fault("is not UTF-8 but UTF-16 or UTF-32; save it as UTF-8");
		}
		if (first == 0x1F && second == 0x8B) {
			throw fault("is compressed with gzip; give it a name that ends in .gz");
		}
		if (first == 0xEF && second == 0xBB && this.limit > 2 && (this.buffer[2] & 0xFF) == 0xBF) {
			// RFC 8259, section 8.1: a reader may ignore a byte order mark.
			this.next += 3;
			this.offset += 3;
		}
	}

	private @Nullable Element nextOfArray() throws IOException {
		int character = peekBehindSpace();
		if (this.position == 0) {
			if (character == -1) {
				throw fault("is empty; a JSON array of documents was expected");
			}
			if (character != '[') {
				throw fault("must be a JSON array of documents, but begins with " + show(character));
			}
			take();
			if (peekBehindSpace() == ']') {
				return endOfArray();
			}
		}
		else if (character == ']') {
			return endOfArray();
		}
		else if (character == -1) {
			throw fault("ends before the array is closed; the file is truncated");
		}
		else if (character != ',') {
			throw fault("expected ',' or ']' behind element " + (this.position - 1) + ", but found " + show(character));
		}
		else {
			take();
		}
		character = peekBehindSpace();
		if (character == ',' || character == ']' || character == '}' || character == ':') {
			throw fault("expected an element, but found " + show(character));
		}
		if (character == -1) {
			throw fault("ends before the array is closed; the file is truncated");
		}
		return cut();
	}

	private @Nullable Element endOfArray() throws IOException {
		take();
		int character = peekBehindSpace();
		if (character != -1) {
			throw fault("expected nothing behind the array, but found " + show(character));
		}
		return null;
	}

	private Element cut() throws IOException {
		Checkpoint start = here();
		Slice slice = new Slice();
		int character = takeInto(slice, start);
		if (character == '"') {
			restOfString(slice, start);
		}
		else if (character == '{' || character == '[') {
			for (long depth = 1; depth > 0;) {
				character = takeInto(slice, start);
				if (character == '"') {
					restOfString(slice, start);
				}
				else if (character == '{' || character == '[') {
					depth++;
				}
				else if (character == '}' || character == ']') {
					depth--;
				}
			}
		}
		else {
			while (!isEndOfScalar(peek())) {
				takeInto(slice, start);
			}
		}
		return slice.element(start, false);
	}

	private void restOfString(Slice slice, Checkpoint start) throws IOException {
		for (int character = takeInto(slice, start); character != '"'; character = takeInto(slice, start)) {
			if (character == '\\') {
				takeInto(slice, start);
			}
		}
	}

	private @Nullable Element nextLine() throws IOException {
		if (peekBehindSpace() == -1) {
			return null;
		}
		Checkpoint start = here();
		Slice slice = new Slice();
		while (peek() != '\n' && peek() != -1) {
			slice.add(take());
		}
		return slice.element(start, peek() == -1);
	}

	private int takeInto(Slice slice, Checkpoint start) throws IOException {
		if (peek() == -1) {
			throw fault("ends inside the element that begins at line " + start.line() + ", column " + start.column()
					+ "; the file is truncated, or a quotation mark or bracket is missing");
		}
		int character = take();
		slice.add(character);
		return character;
	}

	private int peekBehindSpace() throws IOException {
		int character = peek();
		while (character == ' ' || character == '\n' || character == '\r' || character == '\t') {
			take();
			character = peek();
		}
		return character;
	}

	private static boolean isEndOfScalar(int character) {
		return character == ',' || character == ']' || character == '}' || character == ' ' || character == '\n'
				|| character == '\r' || character == '\t' || character == -1;
	}

	private int peek() throws IOException {
		while (this.next == this.limit) {
			this.limit = this.in.readNBytes(this.buffer, 0, this.buffer.length);
			this.next = 0;
			if (this.limit == 0) {
				return -1;
			}
		}
		return this.buffer[this.next] & 0xFF;
	}

	private int take() throws IOException {
		int character = peek();
		this.next++;
		this.offset++;
		if (character == '\n') {
			this.line++;
			this.column = 1;
		}
		else if ((character & 0xC0) != 0x80) { // columns count code points, not bytes
			this.column++;
		}
		return character;
	}

	private SourceFault fault(String reason) {
		return new SourceFault(this.file, this.line, this.column, reason);
	}

	private static String show(int character) {
		return (character > ' ' && character < 0x7F) ? "'" + (char) character + "'"
				: "the byte 0x%02X".formatted(character);
	}

	/**
	 * The bytes of one element, kept up to the largest allowed size and counted beyond.
	 */
	private final class Slice {

		private final ByteArrayOutputStream kept = new ByteArrayOutputStream(4096);

		private long length;

		void add(int character) {
			if (this.length++ < ElementReader.this.maxElement) {
				this.kept.write(character);
			}
		}

		Element element(Checkpoint start, boolean last) {
			return new Element(ElementReader.this.position++, start, this.kept.toByteArray(), this.length, last);
		}

	}

}
