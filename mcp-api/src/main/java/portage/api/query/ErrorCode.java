package portage.api.query;

/** Why a call failed, for programs; a message says the same for people. */
public enum ErrorCode {

	/** No project has that id. */
	PROJECT_NOT_FOUND,

	/** No resource has that id. */
	RESOURCE_NOT_FOUND,

	/** The arguments are wrong; each fault is told with a JSON pointer to its place. */
	VALIDATION_FAILED,

	/** The migration's phase allows no updates. */
	WRITES_DISABLED,

	/** The content cannot be read now. */
	STORE_UNAVAILABLE,

	/** A fault of ours, which the log explains. */
	INTERNAL_ERROR

}
