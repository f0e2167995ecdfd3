// Shows where the migration stands and what the latest runs did. Everything it shows is set as text, never as HTML.
const place = (id) => document.getElementById(id);

async function ask(path) {
	const answer = await fetch(path, { headers: { Accept: 'application/json' }, signal: AbortSignal.timeout(4000) });
	return { ok: answer.ok, body: await answer.json() };
}

async function showPhase() {
	const { body } = await ask('actuator/health/readiness');
	const state = body.components.migration.details;
	document.querySelectorAll('#road li').forEach((step) => {
		step.toggleAttribute('aria-current', step.dataset.phase === state.phase);
	});
	const generation = state.generation ? `, ${state.generation} is announced` : ', nothing is announced yet';
	place('now').textContent = `Reads come from ${state.source}${generation}.`
		+ (state.degraded ? ' Degraded: Redis should answer, but cannot.' : '');
}

async function showRuns() {
	const { ok, body } = await ask('api/batch/executions?size=10');
	place('trouble').textContent = ok ? '' : body.detail;
	const rows = (ok ? body.items : []).map((run) => {
		const row = document.createElement('tr');
		const generation = run.parameters.generation ? `g${run.parameters.generation}` : '';
		for (const text of [run.id, run.status, generation, run.startedAt, run.endedAt, run.exitMessage]) {
			row.insertCell().textContent = text ?? '';
		}
		return row;
	});
	place('runs').replaceChildren(...rows);
}

async function show() {
	for (const part of [showPhase, showRuns]) {
		try {
			await part();
		}
		catch (failure) {
			place('trouble').textContent = `The API does not answer: ${failure.message}`;
		}
	}
	setTimeout(show, 2000);
}

place('mcp').textContent = new URL('mcp', document.baseURI).href;
show();
