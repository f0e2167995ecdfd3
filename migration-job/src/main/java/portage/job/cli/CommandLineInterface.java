package portage.job.cli;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import portage.job.ExitCode;
import portage.job.JobFailure;
import portage.model.source.SourceFault;

/**
 * The commands, and what becomes of a failure: one message and an exit code, never a
 * stack trace.
 */
@Command(name = "migration-job", mixinStandardHelpOptions = true,
		versionProvider = CommandLineInterface.JarVersion.class, synopsisSubcommandLabel = "COMMAND",
		description = "Carries content from JSON files into Redis.",
		footer = { "", "Examples:", "  migration-job migrate --source content --dry-run",
				"  migration-job migrate --source content --on-reject=skip --max-rejects=10",
				"  migration-job verify --source content", "  migration-job export --target backup", "",
				"Settings (environment): PORTAGE_REDIS_URL, PORTAGE_NAMESPACE,",
				"  PORTAGE_AUTO_CUTOVER, PORTAGE_REPOSITORY_URL, PORTAGE_REPOSITORY_USERNAME,",
				"  PORTAGE_REPOSITORY_PASSWORD", "",
				"Exit codes: 0 done or already done, 10 rejects over the limit, 20 bad",
				"  configuration or input, 30 infrastructure (try again), 40 differences found,",
				"  1 a fault of Portage itself" })
public final class CommandLineInterface implements Runnable {

	@Spec
	@SuppressWarnings("NullAway.Init")
	private CommandSpec spec;

	private CommandLineInterface() {
	}

	/**
	 * Runs a command.
	 * @param context the Spring configuration with what commands are made of
	 * @return the exit code
	 */
	public static int run(Class<?> context, String... args) {
		Contexts contexts = () -> open(context);
		CommandLine cli = new CommandLine(new CommandLineInterface());
		cli.addSubcommand(new MigrateCommand(contexts));
		cli.addSubcommand(new VerifyCommand(contexts));
		cli.addSubcommand(new ExportCommand(contexts));
		cli.setCaseInsensitiveEnumValuesAllowed(true);
		cli.setExecutionExceptionHandler((failure, command, parsed) -> report(failure, command));
		cli.setParameterExceptionHandler((failure, ignored) -> {
			failure.getCommandLine()
				.getErr()
				.println(failure.getMessage() + System.lineSeparator() + "Try '"
						+ failure.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
			return ExitCode.BAD_INPUT.number();
		});
		return cli.execute(args);
	}

	@Override
	public void run() {
		throw new CommandLine.ParameterException(this.spec.commandLine(),
				"A command is missing: migrate, verify or export.");
	}

	private static ConfigurableApplicationContext open(Class<?> configuration) {
		return new SpringApplicationBuilder(configuration).web(WebApplicationType.NONE).run();
	}

	private static int report(Throwable failure, CommandLine command) {
		JobFailure known = asJobFailure(failure);
		command.getErr().println(known.getMessage());
		if (known.exitCode() == ExitCode.DEFECT) {
			failure.printStackTrace(command.getErr());
		}
		return known.exitCode().number();
	}

	private static JobFailure asJobFailure(Throwable failure) {
		List<Throwable> causes = Stream.iterate(failure, (cause) -> cause != null, Throwable::getCause).toList();
		for (Throwable cause : causes) {
			if (cause instanceof JobFailure known) {
				return known;
			}
			if (cause instanceof SourceFault fault) {
				return new JobFailure(ExitCode.BAD_INPUT, String.valueOf(fault.getMessage()), fault);
			}
			if (cause instanceof DataAccessException || cause instanceof TransactionException
					|| cause instanceof SQLException) {
				return new JobFailure(ExitCode.INFRASTRUCTURE,
						"The job repository could not be used: " + causes.get(causes.size() - 1).getMessage()
								+ ". Check portage.repository.url; run the same command again when it answers",
						cause);
			}
			if (cause instanceof IllegalArgumentException setting) {
				return new JobFailure(ExitCode.BAD_INPUT, "The configuration is wrong: " + setting.getMessage(),
						setting);
			}
		}
		return new JobFailure(ExitCode.DEFECT, "This is a fault of Portage; please report it with what follows.",
				failure);
	}

	/** Opens what a command needs, only once it is known to be needed. */
	@FunctionalInterface
	interface Contexts {

		/** Opens; the command closes. */
		ConfigurableApplicationContext open();

	}

	/** Says the version that the build wrote into the jar. */
	static final class JarVersion implements IVersionProvider {

		@Override
		public String[] getVersion() {
			String version = CommandLineInterface.class.getPackage().getImplementationVersion();
			return new String[] { "migration-job " + ((version != null) ? version : "(not packaged)") };
		}

	}

}
