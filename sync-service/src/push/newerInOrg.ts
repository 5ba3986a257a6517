import type { SalesforceClient } from '../salesforce/client.ts';
import { queryAll } from '../salesforce/composite.ts';
import { queriesByValue } from '../salesforce/soql.ts';
import type { PushWork } from './pushWork.ts';

/**
 * Leaves alone what the org has in a newer version. The store knows the versions it has pushed itself; an answer that the org
 * turned out to have although this store never pushed it (a new store, another machine) is looked up once.
 */
export async function keepNewerInOrg(client: SalesforceClient, works: readonly PushWork[]): Promise<void> {
  const unknown = works.filter(
    (work) => work.response === 'update' && !work.answer.everPushed && typeof work.answer.answer.updatedAt === 'string',
  );
  if (unknown.length === 0) return;
  const ids = unknown.map((work) => work.answer.externalId);
  const select = 'SELECT ExternalId__c, SourceUpdatedAt__c FROM PulseResponse__c';
  const records = await queryAll(client, queriesByValue(select, 'ExternalId__c', ids));
  const inOrg = new Map(records.map((record) => [record['ExternalId__c'], record['SourceUpdatedAt__c']]));
  for (const work of unknown) {
    const theirs = inOrg.get(work.answer.externalId);
    if (typeof theirs !== 'string' || Date.parse(theirs) <= Date.parse(work.answer.answer.updatedAt ?? '')) continue;
    work.response = 'saved';
    work.counted = 'kept';
    work.reasonsLeft.clear();
  }
}
