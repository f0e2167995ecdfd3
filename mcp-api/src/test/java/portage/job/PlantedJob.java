package portage.job;

/**
 * Stands for the job, which is not on this class path, so that the architecture test can
 * be seen failing.
 */
public final class PlantedJob {

	private PlantedJob() {
	}

}
