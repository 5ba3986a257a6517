import type { SalesforceClient } from '../../salesforce/client.ts';
import { queryAll } from '../../salesforce/composite.ts';
import type { QueriedRecord } from '../../salesforce/replies.ts';
import { isRecord, textOf } from '../found.ts';
import { ask, refusedLookup } from '../lookupQueries.ts';

/** An answer in the org that belongs to nobody and may be given to somebody. */
export interface UnlinkedAnswer {
  readonly id: string;
  readonly externalId: string;
  readonly source: string;
  readonly respondedAt: string;
  /** Key of the pulse it counts in now. */
  readonly pulseKey: string;
  /** Account at the time of the answer, where it is known. */
  readonly accountId?: string;
  readonly surveyKey?: string;
}

const select =
  'SELECT Id, ExternalId__c, Source__c, RespondedAt__c, Account__c, Contact__c, ErasedOn__c, Survey__r.Key__c, ContactPulse__r.Key__c, ' +
  'ContactPulse__r.Lead__c FROM PulseResponse__c';

/** Kinds of override by which somebody, or an earlier run, has said whose answer it is. */
const decided = new Set(['Reassign', 'Move']);

/** The unlinked answers of the contact pulses with these keys. */
export async function unlinkedOfPulses(client: SalesforceClient, keys: readonly string[]): Promise<readonly UnlinkedAnswer[]> {
  const pulses: string[] = [];
  await ask(client, [
    {
      object: 'ContactPulse__c',
      select: 'SELECT Id FROM ContactPulse__c',
      field: 'Key__c',
      values: keys,
      take: (record) => pulses.push(String(record['Id'])),
    },
  ]);
  return unlinked(client, 'ContactPulse__c', pulses);
}

/** Most keys read at a time: 25 calls, 10 MB. */
const mostAwaited = 50_000;

/** Keys of all pulses that belong to nobody yet; undefined when there are too many of them to be read. */
export async function awaitedKeys(client: SalesforceClient): Promise<ReadonlySet<string> | undefined> {
  const from = "FROM ContactPulse__c WHERE Contact__c = NULL AND Lead__c = NULL AND (NOT Key__c LIKE 'X:%')";
  const [count] = await refusedLookup(() => queryAll(client, [`SELECT COUNT(Id) pulses ${from}`]));
  if (Number(count?.['pulses']) > mostAwaited) return undefined;
  const pulses = await refusedLookup(() => queryAll(client, [`SELECT Key__c ${from}`]));
  return new Set(pulses.map((pulse) => String(pulse['Key__c'])));
}

/** Those of these answers that are unlinked. */
export function unlinkedOfAnswers(client: SalesforceClient, externalIds: readonly string[]): Promise<readonly UnlinkedAnswer[]> {
  return unlinked(client, 'ExternalId__c', externalIds);
}

async function unlinked(client: SalesforceClient, field: string, values: readonly string[]): Promise<readonly UnlinkedAnswer[]> {
  const found: UnlinkedAnswer[] = [];
  await ask(client, [{ object: 'PulseResponse__c', select, field, values, take: (record) => found.push(...asUnlinked(record)) }]);
  if (found.length === 0) return [];
  const touched = new Set<string>();
  await ask(client, [
    {
      object: 'PulseOverride__c',
      select: 'SELECT Response__c, Kind__c FROM PulseOverride__c',
      field: 'Response__c',
      values: found.map(({ id }) => id),
      take: (record) => {
        if (decided.has(textOf(record['Kind__c']) ?? '')) touched.add(String(record['Response__c']));
      },
    },
  ]);
  return found.filter(({ id }) => !touched.has(id));
}

/** Nothing for an answer that has somebody or was made anonymous. */
function asUnlinked(record: QueriedRecord): readonly UnlinkedAnswer[] {
  const pulse = isRecord(record['ContactPulse__r']) ? record['ContactPulse__r'] : {};
  const pulseKey = textOf(pulse['Key__c']) ?? '';
  const taken = [record['Contact__c'], record['ErasedOn__c'], pulse['Lead__c']].some((value) => textOf(value) !== undefined);
  if (taken || /^[CL]:/.test(pulseKey)) return [];
  const accountId = textOf(record['Account__c']);
  const surveyKey = isRecord(record['Survey__r']) ? textOf(record['Survey__r']['Key__c']) : undefined;
  return [
    {
      id: String(record['Id']),
      externalId: String(record['ExternalId__c']),
      source: textOf(record['Source__c']) ?? '',
      respondedAt: new Date(String(record['RespondedAt__c'])).toISOString(),
      pulseKey,
      ...(accountId === undefined ? {} : { accountId }),
      ...(surveyKey === undefined ? {} : { surveyKey }),
    },
  ];
}
