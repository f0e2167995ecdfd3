package portage.api.query;

import java.util.List;
import java.util.stream.Collectors;

import portage.model.content.Violation;

/** Arguments that break a rule, with every fault and not only the first. */
public final class InvalidArguments extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient List<Violation> faults;

	/**
	 * Arguments with at least one fault; pointers lead into the arguments, like
	 * {@code /limit}.
	 */
	public InvalidArguments(List<Violation> faults) {
		super(faults.stream().map((fault) -> fault.pointer() + " " + fault.reason()).collect(Collectors.joining("; ")));
		this.faults = List.copyOf(faults);
	}

	/** Every fault, in the order of the parameters. */
	public List<Violation> faults() {
		return this.faults;
	}

}
