package portage.job;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import portage.model.source.Reject;
import portage.model.wire.CanonicalJson;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What somebody sees who runs a command: exit code, both outputs, and the report if one
 * was asked for and written.
 */
record JobRun(int exitCode, String out, String err, @Nullable JsonNode report) {

	/** Runs a command in a namespace, against the shared servers. */
	static JobRun in(String namespace, String... arguments) {
		return with(settings(namespace), arguments);
	}

	/** What leads to the shared servers. */
	static Map<String, String> settings(String namespace) {
		Map<String, String> settings = new LinkedHashMap<>();
		settings.put("portage.namespace", namespace);
		settings.put("portage.redis.url", JobServers.redisUrl());
		settings.put("portage.repository.url", JobServers.repositoryUrl("portage"));
		return settings;
	}

	/** Runs a command with settings, which are system properties here. */
	static JobRun with(Map<String, String> settings, String... arguments) {
		PrintStream out = System.out;
		PrintStream err = System.err;
		ByteArrayOutputStream seenOut = new ByteArrayOutputStream();
		ByteArrayOutputStream seenErr = new ByteArrayOutputStream();
		settings.forEach(System::setProperty);
		try {
			System.setOut(new PrintStream(seenOut, true, StandardCharsets.UTF_8));
			System.setErr(new PrintStream(seenErr, true, StandardCharsets.UTF_8));
			int exitCode = MigrationJob.run(arguments);
			return new JobRun(exitCode, seenOut.toString(StandardCharsets.UTF_8),
					seenErr.toString(StandardCharsets.UTF_8), report(List.of(arguments)));
		}
		finally {
			System.setOut(out);
			System.setErr(err);
			settings.keySet().forEach(System::clearProperty);
		}
	}

	private static @Nullable JsonNode report(List<String> arguments) {
		int option = arguments.indexOf("--report");
		Path file = (option >= 0) ? Path.of(arguments.get(option + 1)) : Path.of("no report");
		try {
			return Files.exists(file) ? CanonicalJson.STRICT.readTree(Files.readAllBytes(file)) : null;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The last line of what went wrong. */
	String message() {
		List<String> lines = this.err.lines().toList();
		return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
	}

	/** The rejects of the report, as people read them. */
	List<String> rejects() {
		return this.report.get("rejects")
			.valueStream()
			.map((reject) -> CanonicalJson.STRICT.treeToValue(reject, Reject.class).summary())
			.toList();
	}

	/** The people at the terminal get sentences. */
	JobRun requireNoStackTrace() {
		assertThat(this.out + this.err).doesNotContain("\tat ").doesNotContain("Exception");
		return this;
	}

	/** Nothing that was read is lost. */
	JobRun requireEveryElementCounted() {
		if (this.report != null) {
			this.report.get("steps")
				.forEach((step) -> assertThat(step.get("read").longValue())
					.isEqualTo(step.get("written").longValue() + step.get("rejected").longValue()));
		}
		return this;
	}

}
