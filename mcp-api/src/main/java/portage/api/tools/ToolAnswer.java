package portage.api.tools;

/**
 * What a tool answers.
 *
 * @param json the envelope, as one JSON object
 * @param error whether it tells of a failure
 */
public record ToolAnswer(String json, boolean error) {
}
