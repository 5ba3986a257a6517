import assert from 'node:assert/strict';
import { Connection } from 'jsforce';
import type { TicketOrg } from '../../access/testing/ticketOrg.ts';
import type { TestUser } from '../../testing/users.ts';
import { at } from '../../uiApi/testing/uiApiShop.ts';
import { startReportOrg } from './ticketReports.ts';

/** An org with tickets, reports over them, and those who run them. */
export interface TicketAnalytics {
  readonly org: TicketOrg;
  readonly admin: TestUser['call'];
  readonly connection: Connection;
  /** May write tickets, and reaches her own; may read all but some columns; may not run reports at all. */
  readonly clerk: TestUser;
  readonly reader: TestUser;
  readonly withoutReports: TestUser;
  /** Ids of reports and dashboards by their API names. */
  readonly ids: Readonly<Record<string, string>>;
}

/** Subject, hours, and whose ticket it is. */
const tickets: readonly (readonly [string | null, number | null, 'admin' | 'clerk'])[] = [
  ['printer', 4, 'admin'],
  ['printer', 8, 'clerk'],
  ['printer', null, 'clerk'],
  ['mouse', 1, 'clerk'],
  ['=cmd()', 20, 'admin'],
  ['hidden', 100, 'admin'],
  [null, 2, 'admin'],
];

/** Starts it; whoever starts it stops `org`. */
export async function startTicketAnalytics(): Promise<TicketAnalytics> {
  const org = await startReportOrg();
  const clerk = org.addUser({ permissionSets: ['TicketWriter'] });
  const reader = org.addUser({ permissionSets: ['TicketReader'] });
  const withoutReports = org.addUser({ profile: 'Clerk' });
  const ids: Record<string, string> = {};
  const adminId = org.org.sessions.userIdOf(org.adminToken) ?? '';
  const customer = org.create('Account', { Name: 'Acme' });
  for (const [place, [subject, hours, owner]] of tickets.entries()) {
    org.create('Ticket__c', {
      Name: `T${place}`,
      Must__c: 'x',
      Subject__c: subject,
      Hours__c: hours,
      OwnerId: owner === 'admin' ? adminId : clerk.id,
      Customer__c: place % 2 === 0 ? customer : null,
    });
  }
  for (const row of org.rows('SELECT Id, DeveloperName FROM Report')) ids[String(row['DeveloperName'])] = String(row['Id']);
  for (const row of org.rows('SELECT Id, DeveloperName FROM Dashboard')) ids[String(row['DeveloperName'])] = String(row['Id']);
  const admin: TestUser['call'] = async (method, path, body) => {
    const response = await fetch(`${org.url}/services/data/v66.0/${path}`, {
      method,
      headers: { authorization: `Bearer ${org.adminToken}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    const answer: unknown = text === '' ? undefined : isJson ? JSON.parse(text) : text;
    return {
      status: response.status,
      body: answer,
      errorCode: String(at(answer, '0.errorCode')),
      message: String(at(answer, '0.message')),
    };
  };
  const connection = new Connection({ instanceUrl: org.url, accessToken: org.adminToken, version: '66.0' });
  return { org, admin, connection, clerk, reader, withoutReports, ids };
}

/** Groups of rows with their figures: label -> values. */
export function figures(body: unknown): Readonly<Record<string, unknown>> {
  const groups = at(body, 'groupingsDown.groupings');
  assert.ok(Array.isArray(groups));
  const factOf = (key: unknown): unknown => {
    const facts = at(body, 'factMap');
    const fact: unknown = typeof facts === 'object' && facts !== null ? Reflect.get(facts, `${String(key)}!T`) : undefined;
    const aggregates = at(fact, 'aggregates');
    return Array.isArray(aggregates) ? aggregates.map((aggregate) => at(aggregate, 'value')) : undefined;
  };
  return {
    ...Object.fromEntries(groups.map((group) => [String(at(group, 'label')), factOf(at(group, 'key'))])),
    total: factOf('T'),
  };
}

/** The rows of one fact of a run, by its key. */
export function rowsOf(body: unknown, key = 'T!T'): readonly unknown[] {
  const facts = at(body, 'factMap');
  const fact: unknown = typeof facts === 'object' && facts !== null ? Reflect.get(facts, key) : undefined;
  const rows = at(fact, 'rows');
  assert.ok(Array.isArray(rows));
  return rows;
}

/** What the first column of rows shows. */
export function labelsOf(rows: readonly unknown[]): readonly unknown[] {
  return rows.map((row) => at(row, 'dataCells.0.label'));
}
