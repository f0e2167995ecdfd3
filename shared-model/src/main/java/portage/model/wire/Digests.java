package portage.model.wire;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The digests that both processes compare. */
public final class Digests {

	private Digests() {
	}

	/** A new SHA-256, for content. */
	public static MessageDigest sha256() {
		return digest("SHA-256");
	}

	/** A finished digest as lower-case hex digits. */
	public static String hex(MessageDigest digest) {
		return HexFormat.of().formatHex(digest.digest());
	}

	/** SHA-1, which is how Redis names scripts. */
	static String sha1(byte[] bytes) {
		return HexFormat.of().formatHex(digest("SHA-1").digest(bytes));
	}

	private static MessageDigest digest(String algorithm) {
		try {
			return MessageDigest.getInstance(algorithm);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java platform has " + algorithm, ex);
		}
	}

}
