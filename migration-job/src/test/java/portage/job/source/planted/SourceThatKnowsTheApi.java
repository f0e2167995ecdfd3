package portage.job.source.planted;

import portage.api.planted.Served;

/** Planted: one deployable that knows the other. */
public final class SourceThatKnowsTheApi {

	@Override
	public String toString() {
		return Served.NAME;
	}

}
