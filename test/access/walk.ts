import type { AccessPage } from './accessPage.ts';
import type { Answer, Client, Described, DescribedField } from './client.ts';

/** A permission set on its way through the org: who holds it, and what the page says of it. */
export interface Walker {
  readonly set: string;
  readonly client: Client;
  readonly page: AccessPage;
}

/** Fields that go with their object: the platform gives no permission on them. */
function followsTheObject(field: DescribedField): boolean {
  return field.relationshipOrder !== null || (!field.nillable && field.type !== 'boolean' && !field.calculated && !field.autoNumber);
}

/** Where the org lets this set do more or less with an object, or says otherwise, than the page. */
export async function walkObject(walker: Walker, object: Described, id: string): Promise<readonly string[]> {
  const { set, client, page } = walker;
  const expects = (letter: string): boolean => page.allows(set, object.name, letter);
  const seen = await client.describe(object.name);
  const query = await client.query(`SELECT Id FROM ${object.name} LIMIT 1`);
  const insert = await client.ask('POST', `/sobjects/${object.name}`, {});
  const removal = expects('D') ? undefined : await client.ask('DELETE', `/sobjects/${object.name}/${id}`);
  const wrong: string[] = [];
  const compare = (what: string, expected: boolean, actual: boolean): void => {
    if (expected !== actual) wrong.push(`${set} ${object.name} ${what}: the page says ${String(expected)}, the org ${String(actual)}`);
  };
  compare('describe', expects('R'), seen !== undefined);
  compare('query', expects('R'), query.status === 200);
  compare('describe.createable', expects('C'), seen?.createable ?? false);
  compare('describe.updateable', expects('E'), seen?.updateable ?? false);
  compare('describe.deletable', expects('D'), seen?.deletable ?? false);
  compare('insert', expects('C'), !isRefusedAccess(insert));
  if (removal !== undefined) compare('delete', false, !isRefusedAccess(removal));
  return wrong;
}

/** The same for each custom field of an object: described, queried, and where it may not be, written. */
export async function walkFields(walker: Walker, object: Described, id: string): Promise<readonly string[]> {
  const { set, client, page } = walker;
  const seen = new Map((await client.describe(object.name))?.fields.map((field) => [field.name, field]));
  const canEditRecord = page.allows(set, object.name, 'E') || !object.name.endsWith('__c');
  const wrong: string[] = [];
  for (const field of object.fields.filter(({ custom }) => custom)) {
    const free = followsTheObject(field);
    const reads = free ? page.allows(set, object.name, 'R') : page.reads(set, object.name, field.name);
    const edits = page.edits(set, object.name, field.name) && !field.calculated;
    const own = seen.get(field.name);
    if (reads !== (own !== undefined)) wrong.push(`${set} ${object.name}.${field.name}: the page says readable ${String(reads)}`);
    const query = await client.query(`SELECT ${field.name} FROM ${object.name} LIMIT 1`);
    if (reads !== (query.status === 200)) wrong.push(`${set} ${object.name}.${field.name}: a query answers ${String(query.status)}`);
    if (free) continue;
    if (edits !== (own?.createable === true || own?.updateable === true))
      wrong.push(`${set} ${object.name}.${field.name}: the page says editable ${String(edits)}`);
    if (edits || !canEditRecord) continue;
    const update = await client.ask('PATCH', `/sobjects/${object.name}/${id}`, { [field.name]: null });
    if (!isRefusedAccess(update))
      wrong.push(`${set} ${object.name}.${field.name}: a write answers ${String(update.status)} ${update.code ?? ''}`);
  }
  return wrong;
}

const refusals = new Set([
  'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
  'INSUFFICIENT_ACCESS_OR_READONLY',
  'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
  'INVALID_FIELD_FOR_INSERT_UPDATE',
  'INVALID_FIELD',
  'INVALID_TYPE',
  'NOT_FOUND',
]);

/** Whether the org said no because of who asks, rather than because of what the record holds. */
function isRefusedAccess(answer: Answer): boolean {
  return answer.status >= 400 && refusals.has(answer.code ?? '');
}
