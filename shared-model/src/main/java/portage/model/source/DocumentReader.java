package portage.model.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import portage.model.content.ContentSchema;
import portage.model.content.ContentType;
import portage.model.content.Facets;
import portage.model.content.Violation;
import portage.model.wire.CanonicalJson;

/**
 * Reads the documents of one source, one after the other, in constant memory.
 *
 * <p>
 * Whatever leaves no doubt about where an element ends is a {@link Reject}: a null, a
 * scalar, a document that breaks a rule, bytes that are not UTF-8, a duplicate name, too
 * deep or too large an element. Broken JSON in an array is a {@link SourceFault}, because
 * behind it no boundary can be trusted; in JSON Lines the line ends are the boundaries,
 * and it is a reject. Duplicate ids are for the caller to find, who knows what came
 * before.
 */
public final class DocumentReader {

	/** The largest document, in bytes of its source. */
	public static final int MAX_DOCUMENT = 1 << 20;

	private static final Pattern SETTING = Pattern.compile(
			" for `ObjectNode`|: enable `| \\(\\d+, from `| \\(`JsonToken| \\(start marker | \\(for |: not allowed| found after value");

	private final ContentType type;

	private final String file;

	private final SourceForm form;

	private final ContentSchema schema;

	private final ElementReader elements;

	private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();

	private final CharBuffer decoded = CharBuffer.allocate(8192);

	/**
	 * A reader of a stream that stands at a checkpoint; the caller closes the stream.
	 * @param file how to call the source in messages
	 */
	public DocumentReader(ContentType type, InputStream in, String file, SourceForm form, Checkpoint from) {
		this.type = type;
		this.file = file;
		this.form = form;
		this.schema = ContentSchema.of(type);
		this.elements = new ElementReader(in, file, form, from, MAX_DOCUMENT);
	}

	/** Where to go on if reading stops here. */
	public Checkpoint checkpoint() {
		return this.elements.checkpoint();
	}

	/**
	 * The next document or reject, or null behind the last.
	 * @throws SourceFault if the source is not what its form asks for
	 */
	public @Nullable SourceItem next() throws IOException {
		Element element = this.elements.next();
		return (element != null) ? read(element) : null;
	}

	private SourceItem read(Element element) {
		if (element.length() > MAX_DOCUMENT) {
			return reject(element, 0,
					"is %,d bytes long; a document may have %,d".formatted(element.length(), MAX_DOCUMENT));
		}
		int bad = firstByteThatIsNotUtf8(element.json());
		if (bad >= 0) {
			return reject(element, bad, "byte 0x%02X at offset %d is not UTF-8".formatted(element.json()[bad],
					element.start().offset() + bad));
		}
		try {
			JsonNode value = CanonicalJson.STRICT.readTree(element.json());
			return (value instanceof ObjectNode object) ? judge(element, object)
					: reject(element, 0, "must be an object, but is " + describe(value));
		}
		catch (StreamReadException ex) {
			return malformed(element, ex);
		}
		catch (StreamConstraintsException ex) {
			return beyondLimits(element, ex);
		}
		catch (NumberFormatException ex) { // an exponent that no number type has
			return reject(element, 0, "is beyond what is read: a number has an exponent of too many digits");
		}
		catch (JacksonException ex) { // well-formed as far as it was read, but with a
										// name twice or a second value
			return requireWellFormed(element, ex);
		}
	}

	private SourceItem judge(Element element, ObjectNode object) {
		List<Violation> violations = this.schema.violations(object);
		if (!violations.isEmpty()) {
			return new Reject(this.type, element.position(), idOf(object), this.file,
					FaultPlaces.of(element, violations, prefix(element.position())));
		}
		ObjectNode tree = this.schema.canonical(object);
		return new Document(this.type, element.position(), element.start().line(), element.start().column(),
				tree.get("id").stringValue(), CanonicalJson.bytes(tree), Facets.of(this.type, tree),
				Facets.listingScore(this.type, tree, element.position()), this.schema.unknownFields(tree));
	}

	private SourceItem malformed(Element element, StreamReadException ex) {
		long offset = offsetOf(ex);
		String reason = "is not JSON: " + plain(ex);
		if (this.form == SourceForm.LINES && !element.last()) {
			return reject(element, offset, reason);
		}
		Checkpoint place = element.placeOf(offset);
		throw new SourceFault(this.file, place.line(), place.column(), element.last()
				? reason + " (in the last line, which has no line end; is the file truncated?)" : reason);
	}

	private Reject beyondLimits(Element element, StreamConstraintsException ex) {
		return reject(element, offsetOf(ex), "is beyond what is read: " + plain(ex));
	}

	/** The parser's words without the names of its settings. */
	private static String plain(JacksonException ex) {
		String message = String.valueOf(ex.getOriginalMessage());
		Matcher setting = SETTING.matcher(message);
		return setting.find() ? message.substring(0, setting.start()) : message;
	}

	private static long offsetOf(JacksonException ex) {
		return (ex.getLocation() != null) ? Math.max(0, ex.getLocation().getByteOffset()) : 0;
	}

	private SourceItem requireWellFormed(Element element, JacksonException refusal) {
		try (JsonParser parser = CanonicalJson.STRICT.createParser(element.json())) {
			while (parser.nextToken() != null) {
				continue;
			}
		}
		catch (StreamReadException ex) {
			return malformed(element, ex);
		}
		catch (StreamConstraintsException ex) {
			return beyondLimits(element, ex);
		}
		return reject(element, offsetOf(refusal), "is ambiguous: " + plain(refusal));
	}

	private Reject reject(Element element, long offset, String reason) {
		Checkpoint place = element.placeOf(offset);
		return new Reject(this.type, element.position(), null, this.file,
				List.of(new Reject.Fault(place.line(), place.column(), prefix(element.position()), reason)));
	}

	/** The reject of a document whose id came before; the first one counts. */
	public Reject duplicate(Document document, long firstPosition) {
		return new Reject(this.type, document.position(), document.id(), this.file,
				List.of(new Reject.Fault(document.line(), document.column(), prefix(document.position()) + "/id",
						"the id \"" + document.id() + "\" stands already at element " + firstPosition)));
	}

	private String prefix(long position) {
		return (this.form == SourceForm.ARRAY) ? "/" + position : "";
	}

	private static @Nullable String idOf(ObjectNode object) {
		JsonNode id = object.get("id");
		return (id != null && id.isString() && id.stringValue().matches("[A-Za-z0-9._-]{1,128}")) ? id.stringValue()
				: null;
	}

	private static String describe(JsonNode value) {
		return switch (value.getNodeType()) {
			case ARRAY -> "an array";
			case STRING -> "a text";
			case NUMBER -> "a number";
			case BOOLEAN -> "a boolean";
			default -> "null";
		};
	}

	/**
	 * The JSON parser lets overlong forms and encoded surrogates pass; the JDK's decoder
	 * does not.
	 */
	private int firstByteThatIsNotUtf8(byte[] json) {
		ByteBuffer bytes = ByteBuffer.wrap(json);
		this.utf8.reset();
		while (true) {
			CoderResult result = this.utf8.decode(bytes, this.decoded.clear(), true);
			if (result.isError()) {
				return bytes.position();
			}
			if (result.isUnderflow()) {
				return -1;
			}
		}
	}

}
