package portage.api.tools;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import portage.api.content.StoreUnavailable;
import portage.api.query.Arguments;
import portage.api.query.ErrorCode;
import portage.api.query.InvalidArguments;
import portage.model.wire.CanonicalJson;

/** All tools behind one door: every call ends in an envelope, whatever happened. */
public final class Toolbox {

	private static final Logger logger = LoggerFactory.getLogger(Toolbox.class);

	private final Map<String, Tool> tools = new LinkedHashMap<>();

	private final Clock clock;

	Toolbox(List<Tool> tools, Clock clock) {
		tools.forEach((tool) -> this.tools.put(tool.declaration().name(), tool));
		this.clock = clock;
	}

	/** What there is, in a fixed order. */
	public List<ToolDeclaration> declarations() {
		return this.tools.values().stream().map(Tool::declaration).toList();
	}

	/**
	 * Calls a tool.
	 * @param name one of the declared names
	 * @param given the arguments, a JSON object
	 */
	public ToolAnswer call(String name, JsonNode given) {
		Tool tool = Objects.requireNonNull(this.tools.get(name), name);
		try {
			Success success = tool.call(Arguments.read(tool.declaration().parameters(), given));
			ObjectNode envelope = JsonNodeFactory.instance.objectNode().put("success", true);
			envelope.setAll(success.body());
			envelope.withObject("meta")
				.put("timestamp", this.clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
			return new ToolAnswer(CanonicalJson.STRICT.writeValueAsString(envelope), false);
		}
		catch (ToolFailure ex) {
			return failure(ex.code(), String.valueOf(ex.getMessage()), ex.details());
		}
		catch (InvalidArguments ex) {
			return failure(ErrorCode.VALIDATION_FAILED, "Nothing was done, because arguments are wrong: "
					+ ex.getMessage() + ". Correct them and call " + name + " again.", faults(ex));
		}
		catch (StoreUnavailable ex) {
			logger.warn("{} cannot answer: {}", name, ex.getMessage());
			return failure(ErrorCode.STORE_UNAVAILABLE,
					"The content cannot be read now. Try again in a few seconds; if that does not help, tell an operator.",
					null);
		}
		catch (RuntimeException ex) {
			String reference = UUID.randomUUID().toString();
			logger.error("{} failed (reference {})", name, reference, ex);
			return failure(ErrorCode.INTERNAL_ERROR,
					"This failed through no fault of the call. If it fails again, give " + "an operator the reference "
							+ reference + ", under which the log explains it.",
					null);
		}
	}

	private static ToolAnswer failure(ErrorCode code, String message, @Nullable JsonNode details) {
		ObjectNode error = JsonNodeFactory.instance.objectNode().put("code", code.name()).put("message", message);
		if (details != null) {
			error.set("details", details);
		}
		ObjectNode envelope = JsonNodeFactory.instance.objectNode().put("success", false);
		envelope.set("error", error);
		return new ToolAnswer(CanonicalJson.STRICT.writeValueAsString(envelope), true);
	}

	private static JsonNode faults(InvalidArguments invalid) {
		var faults = JsonNodeFactory.instance.arrayNode();
		invalid.faults()
			.forEach((fault) -> faults.addObject().put("pointer", fault.pointer()).put("reason", fault.reason()));
		return faults;
	}

}
