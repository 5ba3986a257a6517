import type { SalesforceClient } from '../salesforce/client.ts';
import { isRecord, textOf, type Standing } from './found.ts';
import { ask } from './lookupQueries.ts';

/** Invitations that reached somebody. */
const reached = new Set(['Sent', 'Opened', 'Answered', 'Expired']);

/** When these contacts were last active, and what they were invited to. */
export async function readStandings(client: SalesforceClient, contactIds: readonly string[]): Promise<ReadonlyMap<string, Standing>> {
  const standings = new Map<string, { activeOn?: string; invited: { at: string; survey?: string }[] }>(
    contactIds.map((id) => [id, { invited: [] }]),
  );
  await ask(client, [
    {
      object: 'Contact',
      select: 'SELECT Id, LastActivityDate FROM Contact',
      field: 'Id',
      values: contactIds,
      optional: 'Without the activity of contacts the one that was changed last is taken',
      take: (record) => {
        const activeOn = textOf(record['LastActivityDate']);
        const standing = standings.get(String(record['Id']));
        if (standing !== undefined && activeOn !== undefined) standing.activeOn = activeOn;
      },
    },
    {
      object: 'PulseInvitation__c',
      select: 'SELECT Contact__c, SentAt__c, Status__c, Survey__r.Key__c FROM PulseInvitation__c',
      field: 'Contact__c',
      values: contactIds,
      take: (record) => {
        const at = textOf(record['SentAt__c']);
        if (at === undefined || !reached.has(textOf(record['Status__c']) ?? '')) return;
        const survey = isRecord(record['Survey__r']) ? textOf(record['Survey__r']['Key__c']) : undefined;
        standings.get(String(record['Contact__c']))?.invited.push({ at, ...(survey === undefined ? {} : { survey }) });
      },
    },
  ]);
  return standings;
}
