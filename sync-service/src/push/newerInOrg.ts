import type { SalesforceClient } from '../salesforce/client.ts';
import { queryEach } from '../salesforce/composite.ts';
import type { QueriedRecord } from '../salesforce/replies.ts';
import { queriesByValue } from '../salesforce/soql.ts';
import type { PushWork } from './pushWork.ts';

/**
 * True for an answer that the org turned out to have although this store never pushed it (a new store, another machine, a reply that
 * was lost): what the org has is looked at once, before it is changed.
 */
export function mustBeLookedUp({ response, unchecked, answer }: PushWork): boolean {
  return response === 'update' && unchecked && typeof answer.answer.updatedAt === 'string';
}

/** Leaves alone what the org has in a newer version, and learns which reasons the org has. */
export async function keepNewerInOrg(client: SalesforceClient, works: readonly PushWork[]): Promise<void> {
  const ids = works.map((work) => work.answer.externalId);
  const answers = queriesByValue('SELECT ExternalId__c, SourceUpdatedAt__c FROM PulseResponse__c', 'ExternalId__c', ids);
  const select = 'SELECT Reason__c, GivenBy__c, Response__r.ExternalId__c FROM PulseReason__c';
  const replies = await queryEach(client, [...answers, ...queriesByValue(select, 'Response__r.ExternalId__c', ids)]);
  const theirs = new Map(replies.slice(0, answers.length).flatMap((records) => records.map((one) => [one['ExternalId__c'], one])));
  const reasons = Map.groupBy(replies.slice(answers.length).flat(), answerOf);
  for (const work of works) {
    work.unchecked = false;
    work.error = undefined;
    const { externalId, answer } = work.answer;
    const updated = theirs.get(externalId)?.['SourceUpdatedAt__c'];
    if (typeof updated === 'string' && Date.parse(updated) > Date.parse(answer.updatedAt ?? '')) keep(work);
    else if (answer.reasons !== undefined) noteReasons(work, reasons.get(externalId) ?? []);
  }
}

function keep(work: PushWork): void {
  work.response = 'saved';
  work.counted = 'kept';
  work.reasonsLeft.clear();
  work.reasonsGone.clear();
}

function noteReasons(work: PushWork, records: readonly QueriedRecord[]): void {
  for (const { Reason__c: reason, GivenBy__c: by } of records) {
    if (by === 'Customer' && typeof reason === 'string' && work.answer.answer.reasons?.includes(reason) !== true)
      work.reasonsGone.add(reason);
  }
}

function answerOf({ Response__r: response }: QueriedRecord): string {
  if (typeof response === 'object' && response !== null && 'ExternalId__c' in response) return String(response.ExternalId__c);
  return String(response);
}
