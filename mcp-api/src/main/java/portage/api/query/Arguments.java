package portage.api.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import portage.model.content.Violation;

/** The arguments of one call, read and checked. */
public final class Arguments {

	private final Map<String, Object> values = new LinkedHashMap<>();

	private final List<Violation> faults = new ArrayList<>();

	private Arguments() {
	}

	/**
	 * Reads what was given. Faults are collected; {@link #orThrow} tells them all.
	 * @param given a JSON object
	 */
	public static Arguments read(List<Parameter<?>> parameters, JsonNode given) {
		Arguments arguments = new Arguments();
		parameters.forEach((parameter) -> arguments.read(parameter, given.get(parameter.name())));
		String known = parameters.isEmpty() ? "there are none here"
				: "there are " + parameters.stream().map(Parameter::name).collect(Collectors.joining(", "));
		given.propertyNames()
			.stream()
			.filter((name) -> parameters.stream().noneMatch((parameter) -> parameter.name().equals(name)))
			.forEach((name) -> arguments.fault(name, "is no argument; " + known));
		return arguments;
	}

	private <T> void read(Parameter<T> parameter, @Nullable JsonNode given) {
		if (given != null) {
			T value = parameter.reading().read(given, (reason) -> fault(parameter.name(), reason));
			if (value != null) {
				this.values.put(parameter.name(), value);
			}
		}
		else if (parameter.required()) {
			fault(parameter.name(), "is required, but missing");
		}
		else if (parameter.otherwise() != null) {
			this.values.put(parameter.name(), parameter.otherwise());
		}
	}

	/** Adds what is wrong with an argument that is good by itself. */
	void fault(String name, String reason) {
		String step = name.replace("~", "~0").replace("/", "~1");
		this.faults.add(new Violation("/" + step, reason));
	}

	/**
	 * These arguments, if nothing is wrong with them.
	 * @throws InvalidArguments with all faults
	 */
	public Arguments orThrow() {
		if (!this.faults.isEmpty()) {
			throw new InvalidArguments(this.faults);
		}
		return this;
	}

	/** An argument that need not be given and has no default. */
	@SuppressWarnings("unchecked") // it was put there by a parameter of that name and
									// type
	public <T> Optional<T> find(Parameter<T> parameter) {
		return Optional.ofNullable((T) this.values.get(parameter.name()));
	}

	/**
	 * An argument that is required or has a default; to be asked for behind
	 * {@link #orThrow}.
	 */
	@SuppressWarnings("unchecked")
	public <T> T get(Parameter<T> parameter) {
		return (T) Objects.requireNonNull(this.values.get(parameter.name()));
	}

}
