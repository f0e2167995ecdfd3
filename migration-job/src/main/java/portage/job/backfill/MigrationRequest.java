package portage.job.backfill;

import portage.job.source.Sources;

/**
 * What one run shall do.
 *
 * @param sources what to read
 * @param chunkSize elements committed together, 1 to 10,000
 * @param policy how many rejects are borne
 */
public record MigrationRequest(Sources sources, int chunkSize, RejectPolicy policy) {
}
