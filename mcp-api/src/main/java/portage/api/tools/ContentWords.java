package portage.api.tools;

import portage.api.query.ErrorCode;
import portage.model.content.ContentType;

/**
 * How tools speak of a type of content.
 *
 * @param type the type
 * @param one one of them, as in tool names
 * @param many more of them, as in tool names
 * @param what what they are, for agents
 * @param notFound the code for an id that none has
 */
record ContentWords(ContentType type, String one, String many, String what, ErrorCode notFound) {

	static final ContentWords PROJECT = new ContentWords(ContentType.PROJECT, "project", "projects",
			"case studies with client, challenge, solution, results and testimonial", ErrorCode.PROJECT_NOT_FOUND);

	static final ContentWords RESOURCE = new ContentWords(ContentType.RESOURCE, "resource", "resources",
			"things to download, with description, price, link and gallery", ErrorCode.RESOURCE_NOT_FOUND);

	/** The word at the beginning of a sentence or title. */
	static String capital(String word) {
		return Character.toUpperCase(word.charAt(0)) + word.substring(1);
	}

}
