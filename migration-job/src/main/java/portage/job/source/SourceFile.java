package portage.job.source;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import org.jspecify.annotations.Nullable;

import portage.job.ExitCode;
import portage.job.JobFailure;
import portage.model.content.ContentType;
import portage.model.source.SourceFault;
import portage.model.source.SourceForm;

/**
 * One source: a file of the user's, or a resource of the jar.
 *
 * @param type what it holds
 * @param name how to call it in messages
 * @param path where it is; null for a resource
 */
public record SourceFile(ContentType type, String name, @Nullable Path path) {

	private static final int BUFFER = 1 << 16;

	static SourceFile bundled(ContentType type) {
		return new SourceFile(type, type.plural() + ".json", null);
	}

	/** How its documents stand in it. */
	public SourceForm form() {
		return SourceForm.ofName(this.name);
	}

	/** Whether it is decompressed while it is read. */
	public boolean compressed() {
		return this.name.toLowerCase(Locale.ROOT).endsWith(".gz");
	}

	/** How many bytes it has on disk. */
	public long size() {
		try {
			return (this.path != null) ? Files.size(this.path) : resource().openConnection().getContentLengthLong();
		}
		catch (IOException ex) {
			throw unreadable(ex);
		}
	}

	/** The file as it is, for its digest. */
	public InputStream openRaw() {
		try {
			return (this.path != null) ? Files.newInputStream(this.path)
					: new BufferedInputStream(resource().openStream(), BUFFER);
		}
		catch (IOException ex) {
			throw unreadable(ex);
		}
	}

	/**
	 * The JSON from a byte on. A plain file is entered at that byte; a compressed one has
	 * to be decompressed up to it, but not parsed.
	 * @param offset bytes of uncompressed JSON
	 */
	public InputStream openAt(long offset) {
		try {
			if (this.path != null && !compressed()) {
				return Channels.newInputStream(FileChannel.open(this.path).position(offset));
			}
			InputStream in = compressed() ? new Gunzip(new GZIPInputStream(openRaw(), BUFFER)) : openRaw();
			in.skipNBytes(offset);
			return in;
		}
		catch (ZipException ex) {
			throw new SourceFault(this.name, "is not gzip, although its name ends in .gz: " + ex.getMessage());
		}
		catch (EOFException ex) {
			throw new SourceFault(this.name, "the compressed file is truncated");
		}
		catch (IOException ex) {
			throw unreadable(ex);
		}
	}

	private URL resource() {
		URL resource = SourceFile.class.getResource("/content/" + this.name);
		if (resource == null) {
			throw new IllegalStateException("the jar lacks its sample content/" + this.name);
		}
		return resource;
	}

	/** What to say when reading breaks off. */
	public JobFailure unreadable(IOException cause) {
		return new JobFailure(ExitCode.BAD_INPUT, this.name + ": cannot be read: " + cause.getMessage(), cause);
	}

	/** Says of damaged compressed data what a reader of JSON can understand. */
	private final class Gunzip extends FilterInputStream {

		Gunzip(InputStream in) {
			super(in);
		}

		@Override
		public int read(byte[] buffer, int offset, int length) throws IOException {
			try {
				return super.read(buffer, offset, length);
			}
			catch (EOFException ex) {
				throw new SourceFault(SourceFile.this.name, "the compressed file is truncated");
			}
			catch (ZipException ex) {
				throw new SourceFault(SourceFile.this.name, "the compressed file is damaged: " + ex.getMessage());
			}
		}

	}

}
