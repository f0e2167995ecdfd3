package portage.api.rest;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import portage.api.query.Parameter;

/** The query string of a URL as the arguments it stands for, and back. */
final class QueryString {

	private QueryString() {
	}

	/**
	 * As JSON: texts become numbers and booleans where the parameter is one, and stay
	 * texts where they are none.
	 */
	static ObjectNode arguments(HttpServletRequest request, List<Parameter<?>> parameters) {
		Map<String, Object> types = parameters.stream()
			.collect(Collectors.toMap(Parameter::name, (parameter) -> parameter.schema().getOrDefault("type", "")));
		ObjectNode arguments = JsonNodeFactory.instance.objectNode();
		request.getParameterMap().forEach((name, values) -> {
			if (values.length == 1) {
				arguments.set(name, typed(values[0], types.getOrDefault(name, "")));
			}
			else { // given twice: an array, which no parameter is
				Arrays.stream(values).forEach(arguments.putArray(name)::add);
			}
		});
		return arguments;
	}

	private static JsonNode typed(String text, Object type) {
		if (type.equals("integer") && text.matches("0|-?[1-9][0-9]{0,17}")) {
			return JsonNodeFactory.instance.numberNode(Long.parseLong(text));
		}
		if (type.equals("boolean") && (text.equals("true") || text.equals("false"))) {
			return JsonNodeFactory.instance.booleanNode(text.equals("true"));
		}
		return JsonNodeFactory.instance.stringNode(text);
	}

	/**
	 * The same URL with one argument set, relative to the host, whose name a proxy may
	 * have changed.
	 */
	static String withArgument(HttpServletRequest request, String name, String value) {
		Map<String, String> arguments = new LinkedHashMap<>();
		request.getParameterMap().forEach((given, values) -> arguments.put(given, values[0]));
		arguments.put(name, value);
		return request.getRequestURI() + arguments.entrySet()
			.stream()
			.map((argument) -> encoded(argument.getKey()) + "=" + encoded(argument.getValue()))
			.collect(Collectors.joining("&", "?", ""));
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
