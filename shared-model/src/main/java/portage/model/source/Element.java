package portage.model.source;

/**
 * One value cut out of a source, not yet parsed.
 *
 * @param position which value it is, from 0
 * @param start where it begins
 * @param json its bytes, cut off behind the largest allowed size
 * @param length how many bytes it really has
 * @param last whether the source ends right behind it without a line end (JSON Lines
 * only)
 */
record Element(long position, Checkpoint start, byte[] json, long length, boolean last) {

	/** Where a byte of this element stands in the file. */
	Checkpoint placeOf(long offset) {
		long line = this.start.line();
		long column = this.start.column();
		for (int i = 0; i < offset && i < this.json.length; i++) {
			if (this.json[i] == '\n') {
				line++;
				column = 1;
			}
			else if ((this.json[i] & 0xC0) != 0x80) {
				column++;
			}
		}
		return new Checkpoint(this.start.offset() + offset, line, column, this.position);
	}

}
