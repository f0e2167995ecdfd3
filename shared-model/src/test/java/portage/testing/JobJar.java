package portage.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The packaged job, run as a process of its own, as an image does it: extracted, with an
 * archive of its classes, which makes a start about twice as fast.
 */
public final class JobJar {

	/** The tests of all modules run in the folder of their module. */
	private static final Path JAR = Path.of("..", "migration-job", "target", "migration-job-0.1.0.jar");

	private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

	private static final List<String> LIGHT = List.of(JAVA, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m");

	private final Path extracted;

	private final Path archive;

	private final Map<String, String> environment;

	private JobJar(Path directory, Map<String, String> environment) {
		this.extracted = directory.resolve("app").resolve(JAR.getFileName());
		this.archive = directory.resolve("job.jsa");
		this.environment = environment;
	}

	/**
	 * Extracts it.
	 * @param directory where to
	 * @param environment of each process, beside the namespace
	 */
	public static JobJar extract(Path directory, Map<String, String> environment) throws Exception {
		Files.createDirectories(directory);
		Path log = directory.resolve("extract.log");
		int exit = new ProcessBuilder(JAVA, "-Djarmode=tools", "-jar", JAR.toString(), "extract", "--destination",
				directory.resolve("app").toString())
			.redirectErrorStream(true)
			.redirectOutput(log.toFile())
			.start()
			.waitFor();
		if (exit != 0) {
			throw new IllegalStateException("exit " + exit + ": " + Files.readString(log));
		}
		return new JobJar(directory, environment);
	}

	/** Runs to the end, and keeps the classes it loaded for the starts to come. */
	public int train(Path log, String namespace, String... arguments) throws Exception {
		return process(log, namespace, "-XX:ArchiveClassesAtExit=" + this.archive, arguments).waitFor();
	}

	/** Starts one; what it says is appended to the log. */
	public Process start(Path log, String namespace, String... arguments) throws IOException {
		return process(log, namespace, "-XX:SharedArchiveFile=" + this.archive, arguments);
	}

	private Process process(Path log, String namespace, String option, String... arguments) throws IOException {
		List<String> command = new ArrayList<>(LIGHT);
		command.addAll(List.of(option, "-jar", this.extracted.toString()));
		command.addAll(List.of(arguments));
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
		builder.environment().putAll(this.environment);
		builder.environment().put("PORTAGE_NAMESPACE", namespace);
		return builder.start();
	}

}
