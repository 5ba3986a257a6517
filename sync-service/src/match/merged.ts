import { z } from 'zod';
import type { SalesforceClient } from '../salesforce/client.ts';
import { RequestRefused } from '../salesforce/errors.ts';
import { queriesByValue } from '../salesforce/soql.ts';

const reply = z.object({ records: z.array(z.object({ Id: z.string(), MasterRecordId: z.string().nullish() })) });

/**
 * Into which contacts these were merged: whoever was asked before a merge answers with the id of a record that is gone. Salesforce
 * keeps it in the recycle bin, where only `queryAll` looks.
 */
export async function mergedContacts(client: SalesforceClient, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const masters = new Map<string, string>();
  for (const soql of queriesByValue('SELECT Id, MasterRecordId FROM Contact', 'Id', ids)) {
    try {
      const body = await client.request('GET', client.path(`/queryAll?q=${encodeURIComponent(soql)}`));
      for (const { Id, MasterRecordId } of reply.parse(body).records) if (MasterRecordId) masters.set(Id, MasterRecordId);
    } catch (thrown) {
      // Without it such an answer is matched by what else it says.
      if (!(thrown instanceof RequestRefused)) throw thrown;
    }
  }
  return masters;
}
