package portage.job.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import portage.job.ExitCode;
import portage.job.export.GenerationExport;
import portage.job.redis.GenerationStore;

/** {@code export}. */
@Command(name = "export", mixinStandardHelpOptions = true, versionProvider = CommandLineInterface.JarVersion.class,
		description = "Writes a generation into projects.json, resources.json and audit.json.")
final class ExportCommand implements Callable<Integer> {

	private final CommandLineInterface.Contexts contexts;

	@Spec
	@SuppressWarnings("NullAway.Init")
	private CommandSpec spec;

	@Option(names = "--target", paramLabel = "DIR", required = true, description = "Where to; made if it is not there.")
	@SuppressWarnings("NullAway.Init")
	private Path target;

	@Option(names = "--generation", paramLabel = "N", description = "Which one. Default: the current one.")
	private @Nullable Long generation;

	@Option(names = "--force", description = "Replace files that are there already.")
	private boolean force;

	ExportCommand(CommandLineInterface.Contexts contexts) {
		this.contexts = contexts;
	}

	@Override
	public Integer call() {
		try (ConfigurableApplicationContext context = this.contexts.open()) {
			long number = Generations.chosen(this.generation, context.getBean(GenerationStore.class));
			context.getBean(GenerationExport.class)
				.export(number, this.target, this.force)
				.forEach((type, count) -> this.spec.commandLine()
					.getOut()
					.printf("%-10s %,10d documents%n", type.plural(), count));
			this.spec.commandLine().getOut().printf("g%d exported to %s%n", number, this.target);
			this.spec.commandLine().getOut().flush();
			return ExitCode.DONE.number();
		}
	}

}
