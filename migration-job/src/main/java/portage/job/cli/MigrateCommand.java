package portage.job.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import portage.job.ExitCode;
import portage.job.backfill.DryRun;
import portage.job.backfill.Migration;
import portage.job.backfill.MigrationOutcome;
import portage.job.backfill.MigrationRequest;
import portage.job.backfill.RejectPolicy;
import portage.job.redis.Preflight;
import portage.job.source.Sources;

/** {@code migrate}. */
@Command(name = "migrate", mixinStandardHelpOptions = true, versionProvider = CommandLineInterface.JarVersion.class,
		description = { "Writes a new generation, verifies it and announces it.",
				"The same content again is already migrated; a run that was interrupted goes on at its last checkpoint." })
final class MigrateCommand implements Callable<Integer> {

	/** What becomes of an element that cannot be migrated. */
	enum OnReject {

		FAIL, SKIP

	}

	/** Redis takes a million arguments in one command; a document has at most 27. */
	private static final int MOST_IN_A_CHUNK = 10_000;

	private final CommandLineInterface.Contexts contexts;

	@Spec
	@SuppressWarnings("NullAway.Init")
	private CommandSpec spec;

	@Option(names = "--source", paramLabel = "DIR",
			description = "Holds projects, resources and audit, each as .json, .jsonl or .ndjson, also with .gz. "
					+ "Default: the sample content of the jar.")
	private @Nullable Path source;

	@Option(names = "--chunk-size", paramLabel = "N", defaultValue = "${env:PORTAGE_CHUNK_SIZE:-1000}",
			description = "Elements committed together, 1 to 10000. Default: 1000.")
	private int chunkSize;

	@Option(names = "--on-reject", paramLabel = "fail|skip", defaultValue = "${env:PORTAGE_ON_REJECT:-fail}",
			description = "With fail, one reject means that nothing is announced. Default: fail.")
	@SuppressWarnings("NullAway.Init")
	private OnReject onReject;

	@Option(names = "--max-rejects", paramLabel = "N", defaultValue = "${env:PORTAGE_MAX_REJECTS:-100}",
			description = "How many --on-reject=skip leaves out at most. Default: 100.")
	private long maxRejects;

	@Option(names = "--dry-run", description = "Do everything but write: no document, no run in the job repository.")
	private boolean dryRun;

	@Option(names = "--report", paramLabel = "FILE", description = "Write the report as JSON, too.")
	private @Nullable Path report;

	MigrateCommand(CommandLineInterface.Contexts contexts) {
		this.contexts = contexts;
	}

	@Override
	public Integer call() {
		MigrationRequest request = request();
		Report written = new Report(this.spec.commandLine().getOut(), this.report);
		try (ConfigurableApplicationContext context = this.contexts.open();
				ProgressView progress = ProgressView.ofTerminal(this.spec.commandLine().getErr())) {
			MigrationOutcome outcome = this.dryRun ? new DryRun(context.getBean(Preflight.class)).run(request, progress)
					: context.getBean(Migration.class).run(request, progress);
			progress.close();
			written.write(outcome, this.dryRun);
			if (outcome.failure() != null) {
				this.spec.commandLine().getErr().println(outcome.failure().getMessage());
				return outcome.failure().exitCode().number();
			}
			return ExitCode.DONE.number();
		}
	}

	private MigrationRequest request() {
		if (this.chunkSize < 1 || this.chunkSize > MOST_IN_A_CHUNK) {
			throw wrong("--chunk-size must be 1 to " + MOST_IN_A_CHUNK + ", but is " + this.chunkSize);
		}
		if (this.maxRejects < 0) {
			throw wrong("--max-rejects must be 0 or more, but is " + this.maxRejects);
		}
		if (this.report != null && !Files.isDirectory(this.report.toAbsolutePath().resolveSibling(""))) {
			throw wrong("--report: there is no directory for " + this.report);
		}
		RejectPolicy policy = (this.onReject == OnReject.SKIP) ? RejectPolicy.skipUpTo(this.maxRejects)
				: RejectPolicy.FAIL;
		Sources sources = (this.source != null) ? Sources.in(this.source) : Sources.bundled();
		return new MigrationRequest(sources, this.chunkSize, policy);
	}

	private CommandLine.ParameterException wrong(String message) {
		return new CommandLine.ParameterException(this.spec.commandLine(), message);
	}

}
