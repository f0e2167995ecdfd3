package portage.job.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import portage.job.ExitCode;
import portage.job.redis.GenerationStore;
import portage.job.source.Sources;
import portage.job.verify.Comparison;
import portage.job.verify.GenerationComparison;

/** {@code verify}. */
@Command(name = "verify", mixinStandardHelpOptions = true, versionProvider = CommandLineInterface.JarVersion.class,
		description = { "Compares a source with a generation, value by value.", "Every difference is listed." })
final class VerifyCommand implements Callable<Integer> {

	private final CommandLineInterface.Contexts contexts;

	@Spec
	@SuppressWarnings("NullAway.Init")
	private CommandSpec spec;

	@Option(names = "--source", paramLabel = "DIR", description = "As for migrate.")
	private @Nullable Path source;

	@Option(names = "--generation", paramLabel = "N", description = "Which one. Default: the current one.")
	private @Nullable Long generation;

	VerifyCommand(CommandLineInterface.Contexts contexts) {
		this.contexts = contexts;
	}

	@Override
	public Integer call() {
		Sources sources = (this.source != null) ? Sources.in(this.source) : Sources.bundled();
		try (ConfigurableApplicationContext context = this.contexts.open()) {
			long number = Generations.chosen(this.generation, context.getBean(GenerationStore.class));
			Comparison found = context.getBean(GenerationComparison.class).compare(sources, number, (more) -> {
			});
			PrintWriter out = this.spec.commandLine().getOut();
			found.differences().forEach(out::println);
			if (found.differenceCount() > found.differences().size()) {
				out.printf("… and %,d more%n", found.differenceCount() - found.differences().size());
			}
			out.printf("g%d against %s: %,d documents, %,d rejects, %,d differences%n", number, sources.directory(),
					found.documents().values().stream().mapToLong(Long::longValue).sum(),
					found.rejected().values().stream().mapToLong(Long::longValue).sum(), found.differenceCount());
			out.flush();
			return (found.equal() ? ExitCode.DONE : ExitCode.DIFFERENCES).number();
		}
	}

}
