package portage.job.restart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The packaged job, run as a process of its own, as an image does it: extracted, with an
 * archive of its classes, which halves the time that a start takes.
 */
final class JobJar {

	private static final Path JAR = Path.of("target/migration-job-0.1.0.jar");

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

	static JobJar extract(Path directory, Map<String, String> environment) throws Exception {
		run(directory, List.of(JAVA, "-Djarmode=tools", "-jar", JAR.toAbsolutePath().toString(), "extract",
				"--destination", directory.resolve("app").toString()));
		return new JobJar(directory, environment);
	}

	/** Runs to the end and keeps the classes it loaded for the starts to come. */
	int train(Path log, String namespace, String... arguments) throws Exception {
		List<String> command = new ArrayList<>(LIGHT);
		command.add("-XX:ArchiveClassesAtExit=" + this.archive);
		command.addAll(List.of("-jar", this.extracted.toString()));
		command.addAll(List.of(arguments));
		return process(log, namespace, command).waitFor();
	}

	Process start(Path log, String namespace, String... arguments) throws IOException {
		List<String> command = new ArrayList<>(LIGHT);
		command.add("-XX:SharedArchiveFile=" + this.archive);
		command.addAll(List.of("-jar", this.extracted.toString()));
		command.addAll(List.of(arguments));
		return process(log, namespace, command);
	}

	private Process process(Path log, String namespace, List<String> command) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
		builder.environment().putAll(this.environment);
		builder.environment().put("PORTAGE_NAMESPACE", namespace);
		return builder.start();
	}

	private static void run(Path directory, List<String> command) throws Exception {
		Files.createDirectories(directory);
		Path log = directory.resolve("extract.log");
		int exit = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start().waitFor();
		if (exit != 0) {
			throw new IllegalStateException("exit " + exit + ": " + Files.readString(log));
		}
	}

}
