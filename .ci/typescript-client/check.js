// Lists and calls every tool of a running Portage through the official TypeScript client, and exits with 1 at the first
// fault. Arguments: the MCP URL, and where reads must come from, json or redis.
import assert from 'node:assert/strict';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';

const [url, source] = process.argv.slice(2);
assert.ok(['json', 'redis'].includes(source), 'usage: node check.js URL json|redis');

const TOOLS = [
  'get_audit_log',
  'get_audit_stats',
  'get_migration_status',
  'get_project',
  'get_resource',
  'list_projects',
  'list_resources',
  'update_project',
  'update_resource',
];

const client = new Client({ name: 'portage-typescript-client', version: '1' });

/** One call; the client itself holds structuredContent against the tool's output schema. */
async function call(name, args = {}) {
  const result = await client.callTool({ name, arguments: args });
  const answer = result.structuredContent;
  assert.ok(answer, `${name} answers without structuredContent`);
  assert.deepEqual(JSON.parse(result.content[0].text), answer, `${name} says one thing as text and another as JSON`);
  return { answer, isError: result.isError ?? false };
}

async function read(name, args, show) {
  const { answer, isError } = await call(name, args);
  assert.ok(!isError && answer.success, `${name} failed: ${JSON.stringify(answer.error)}`);
  assert.equal(answer.meta.source, source, `${name} answers from ${answer.meta.source}`);
  assert.equal(answer.meta.degraded, false, `${name} is degraded`);
  assert.equal(answer.meta.generation !== undefined && answer.meta.generation !== null, source === 'redis');
  console.log(`  ${name.padEnd(22)}${source.padEnd(7)}${show(answer)}`);
  return answer;
}

async function refusal(name, args, code) {
  const { answer, isError } = await call(name, args);
  assert.ok(isError && answer.success === false, `${name} should have failed`);
  assert.equal(answer.error.code, code, `${name} answers ${answer.error.code}`);
  assert.ok(answer.error.message.length > 20, `${name} does not say what to do`);
  console.log(`  ${name.padEnd(22)}${code}`);
}

async function listAndGet(plural, singular) {
  const list = `list_${plural}`;
  const all = await read(list, { status: 'all', limit: 200 }, (answer) => `${answer.meta.total} in total`);
  assert.equal(all.data.length, all.meta.total);
  const ids = all.data.map((document) => document.id);

  const paged = [];
  let cursor;
  do {
    const { answer } = await call(list, { status: 'all', limit: 3, detail: 'summary', ...(cursor && { cursor }) });
    paged.push(...answer.data.map((document) => document.id));
    cursor = answer.meta.nextCursor;
  } while (cursor);
  assert.deepEqual(paged, ids, `the pages of ${list} are not what it lists at once`);

  for (const [index, id] of ids.entries()) {
    const show = (answer) => answer.data.id;
    const document = index === 0 ? await read(`get_${singular}`, { id }, show) : (await call(`get_${singular}`, { id })).answer;
    assert.deepEqual(document.data, all.data[index]);
  }
  await refusal(`get_${singular}`, { id: 'there-is-none' }, `${singular.toUpperCase()}_NOT_FOUND`);
  await refusal(list, { limit: 0 }, 'VALIDATION_FAILED');
  await refusal(`update_${singular}`, { id: ids[0], data: { title: 'Another title' } }, 'WRITES_DISABLED');
}

try {
  await client.connect(new StreamableHTTPClientTransport(new URL(url)));
  const { tools } = await client.listTools();
  assert.deepEqual(tools.map((tool) => tool.name).sort(), TOOLS);
  for (const tool of tools) {
    assert.ok(tool.title && tool.description && tool.outputSchema && tool.annotations, `${tool.name} lacks its declaration`);
  }
  await listAndGet('projects', 'project');
  await listAndGet('resources', 'resource');
  await read('get_audit_log', { limit: 5 }, (answer) => `${answer.meta.total} in total`);
  await read('get_audit_stats', {}, (answer) => `${answer.data.total} in total`);
  await read('get_migration_status', {}, (answer) => answer.data.phase);
  await client.close();
  console.log(`The TypeScript client is content with all ${TOOLS.length} tools, read from ${source}.`);
} catch (fault) {
  console.error(`typescript client: ${fault.message}`);
  process.exit(1);
}
