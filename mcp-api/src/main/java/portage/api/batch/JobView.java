package portage.api.batch;

/**
 * A job, as it goes out.
 *
 * @param name {@code migrate}, for one
 * @param instances how many there are: one for each content that was to be migrated
 */
record JobView(String name, long instances) {
}
