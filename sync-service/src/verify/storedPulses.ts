import type { SalesforceClient } from '../salesforce/client.ts';
import { queryAll } from '../salesforce/composite.ts';
import type { QueriedRecord } from '../salesforce/replies.ts';
import { soqlText } from '../salesforce/soql.ts';
import { decimals } from './derived.ts';
import { rollups } from './figures.ts';

/** A pulse as it is stored, with its fields by name. */
export interface StoredPulse {
  readonly id: string;
  readonly fields: QueriedRecord;
}

export type PulseObject = 'AccountPulse__c' | 'ContactPulse__c';

/** Pulses of a page: their ids fit into one query. */
export const pageSize = 300;

const compared = [...rollups, ...Object.keys(decimals), 'LastResponseAt__c', 'Band__c', 'TrendIsSound__c'];
const limits = ['Target__c', 'YellowFrom__c', 'MinAnswers__c'];
const own: Readonly<Record<PulseObject, readonly string[]>> = {
  AccountPulse__c: ['Key__c', 'Segment__c'],
  ContactPulse__c: ['AccountPulse__c', 'AccountPulse__r.ComparisonStart__c'],
};

/**
 * All pulses of an object in pages by id, so that no page is held longer than it is needed and none is read twice.
 * @param where a further condition
 */
export async function* storedPulses(
  client: SalesforceClient,
  object: PulseObject,
  where: string | undefined,
): AsyncGenerator<readonly StoredPulse[]> {
  let last = '';
  for (;;) {
    const conditions = [...(last === '' ? [] : [`Id > ${soqlText(last)}`]), ...(where === undefined ? [] : [where])];
    const condition = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
    const page = await read(client, object, `${condition} ORDER BY Id LIMIT ${pageSize}`);
    if (page.length > 0) yield page;
    last = page.at(-1)?.id ?? '';
    if (page.length < pageSize) return;
  }
}

/** The same pulses once more, as they are now. @param ids a page of them at most */
export function readAgain(client: SalesforceClient, object: PulseObject, ids: readonly string[]): Promise<readonly StoredPulse[]> {
  return read(client, object, ` WHERE Id IN (${ids.map(soqlText).join(',')})`);
}

async function read(client: SalesforceClient, object: PulseObject, tail: string): Promise<readonly StoredPulse[]> {
  const fields = ['Id', ...compared, ...limits, ...own[object]];
  const records = await queryAll(client, [`SELECT ${fields.join(', ')} FROM ${object}${tail}`]);
  return records.map((record) => ({ id: String(record['Id']), fields: record }));
}
