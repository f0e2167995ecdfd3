package portage.api.planted;

/** Planted: something of the other deployable. */
public final class Served {

	/** For somebody who should not know it. */
	public static final String NAME = new String("served");

	private Served() {
	}

}
