package portage.api.tools;

import portage.api.content.ContentStore;
import portage.api.query.Arguments;
import portage.api.query.AuditQuery;
import portage.api.query.Listing;
import portage.model.content.ContentSchema;
import portage.model.content.ContentType;

/** {@code get_audit_log}. */
final class GetAuditLog implements Tool {

	private final ContentStore store;

	private final ToolDeclaration declaration = new ToolDeclaration("get_audit_log", "Get the audit log",
			"Lists who did what to which project or resource and when, newest first, a page at a time. All filters "
					+ "given must hold, and they apply before the limit. For totals use get_audit_stats.",
			AuditQuery.PARAMETERS, EnvelopeSchema.listOf(ContentSchema.of(ContentType.AUDIT).jsonSchema()), true);

	GetAuditLog(ContentStore store) {
		this.store = store;
	}

	@Override
	public ToolDeclaration declaration() {
		return this.declaration;
	}

	@Override
	public Success call(Arguments arguments) {
		return Success.of(Listing.of(this.store, AuditQuery.of(arguments)), Success::stored);
	}

}
