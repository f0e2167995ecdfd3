package portage.api.tools;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import portage.api.query.Parameter;

/**
 * What an agent is told of a tool before it calls it. No tool reaches beyond this
 * service's content.
 *
 * @param name how to call it
 * @param title for people
 * @param description for agents: what it answers, and when to use it
 * @param parameters its arguments
 * @param outputSchema the JSON Schema (2020-12) of its answers, good and bad ones
 * @param readOnly whether it leaves everything as it is; if not, it overwrites what was
 * there
 */
public record ToolDeclaration(String name, String title, String description, List<Parameter<?>> parameters,
		Map<String, Object> outputSchema, boolean readOnly) {

	public ToolDeclaration {
		parameters = List.copyOf(parameters);
	}

	/** The JSON Schema (2020-12) of its arguments. */
	public Map<String, Object> inputSchema() {
		Map<String, Object> properties = new LinkedHashMap<>();
		this.parameters.forEach((parameter) -> properties.put(parameter.name(), parameter.schema()));
		Map<String, Object> schema = new LinkedHashMap<>();
		schema.put("type", "object");
		schema.put("properties", properties);
		List<String> required = this.parameters.stream().filter(Parameter::required).map(Parameter::name).toList();
		if (!required.isEmpty()) {
			schema.put("required", required);
		}
		schema.put("additionalProperties", false);
		return schema;
	}

}
