import { textOf, type Client, type Row } from './client.ts';
import type { Viewer } from './reference/filters.ts';
import type { RunAnswer } from './reference/answer.ts';
import type { World } from './world/index.ts';

/** Ids of all reports that somebody may open, by developer name. */
export async function reportIds(client: Client): Promise<ReadonlyMap<string, string>> {
  return idsOf(await client.query('SELECT Id, DeveloperName FROM Report'));
}

export async function dashboardIds(client: Client): Promise<ReadonlyMap<string, string>> {
  return idsOf(await client.query('SELECT Id, DeveloperName FROM Dashboard'));
}

const idsOf = (rows: readonly Row[]): ReadonlyMap<string, string> =>
  new Map(rows.map((row) => [textOf(row['DeveloperName']), textOf(row['Id'])]));

/** Runs a report over the Analytics REST API, with details; with other metadata when some is given. @throws Error when refused */
export async function run(client: Client, id: string, reportMetadata?: Readonly<Record<string, unknown>>): Promise<RunAnswer> {
  const path = `analytics/reports/${id}?includeDetails=true`;
  // The shape of the Analytics API; what is compared of it is looked at value by value.
  if (reportMetadata === undefined) return (await client.get('GET', path)) as RunAnswer;
  return (await client.get('POST', path, { reportMetadata })) as RunAnswer;
}

/** Who looks, as filters and days depend on it. */
export async function viewerOf(world: World, userId: string): Promise<Viewer> {
  const [user] = await world.org.admin.query(`SELECT Id, TimeZoneSidKey FROM User WHERE Id = '${userId}'`);
  if (user === undefined) throw new Error(`no user ${userId}`);
  return { id: userId, timeZone: textOf(user['TimeZoneSidKey']), now: world.now };
}

/** Id of the org's administrator. */
export function adminIdOf({ org: { local } }: World): string {
  const id = local.org.sessions.userIdOf(local.adminToken);
  if (id === undefined) throw new Error('the org has no administrator');
  return id;
}

/**
 * Runs a report with details; undefined when it is refused because it needs an object or field that is hidden from this
 * user, as the describe says too. @throws Error for any other refusal
 */
export async function runUnlessHidden(client: Client, id: string): Promise<RunAnswer | undefined> {
  const { status, body } = await client.ask('GET', `analytics/reports/${id}?includeDetails=true`);
  if (status === 200) return body as RunAnswer;
  const [, object, field] = /You do not have access to (?:\w+\.)*(\w+)(?:\$(\w+))?/u.exec(JSON.stringify(body)) ?? [];
  if (status !== 403 || object === undefined) throw new Error(`${id}: ${String(status)} ${JSON.stringify(body)}`);
  const described = await client.ask('GET', `sobjects/${object}/describe`);
  if (described.status === 404) return undefined;
  const { fields } = described.body as { fields: readonly { name: string }[] };
  if (fields.some(({ name }) => name === field)) throw new Error(`${id}: refused for ${object}.${field ?? ''}, which can be read`);
  return undefined;
}
