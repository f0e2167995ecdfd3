package portage.api.tools;

import portage.api.query.Arguments;

/** One tool. What it throws becomes a failure's envelope. */
interface Tool {

	ToolDeclaration declaration();

	/**
	 * Answers a call.
	 * @param arguments read by the declaration's parameters, faults not yet thrown
	 * @throws ToolFailure if the answer is a known failure
	 */
	Success call(Arguments arguments);

}
