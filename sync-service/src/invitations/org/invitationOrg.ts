import { z } from 'zod';
import type { SalesforceClient } from '../../salesforce/client.ts';
import { collectionSize, queryEach, type WireRecord } from '../../salesforce/composite.ts';
import { OrgUnavailable, withoutAddresses } from '../../salesforce/errors.ts';
import { collectionReply, type QueriedRecord } from '../../salesforce/replies.ts';
import { queriesByValue } from '../../salesforce/soql.ts';
import { invitationFields } from './queries.ts';
import { invitationRecord, type InvitationRecord } from './records.ts';

/** What became of one changed record; the code is Salesforce's. */
export type Changed =
  { readonly id: string; readonly ok: true } | { readonly id: string; readonly ok: false; readonly code: string; readonly message: string };

/** Invitations in the org, by its REST API. */
export class InvitationOrg {
  readonly client: SalesforceClient;
  readonly #fields: string;

  constructor(client: SalesforceClient, withPhones: boolean) {
    this.client = client;
    this.#fields = invitationFields(withPhones);
  }

  /** Runs up to five queries in one call. @throws RequestRefused, OrgUnavailable */
  async query(...queries: readonly string[]): Promise<readonly (readonly QueriedRecord[])[]> {
    return queryEach(this.client, queries);
  }

  /** The invitations of these ids, as they are now; those that are gone are missing. */
  async read(ids: readonly string[]): Promise<ReadonlyMap<string, InvitationRecord>> {
    if (ids.length === 0) return new Map();
    const found = await this.query(...queriesByValue(`SELECT ${this.#fields} FROM PulseInvitation__c`, 'Id', ids));
    return new Map(rowsOf(invitationRecord, found.flat()).map((record) => [record.Id, record]));
  }

  /** The query by which `read` asks, to be sent along with others. */
  readQuery(condition: string): string {
    return `SELECT ${this.#fields} FROM PulseInvitation__c WHERE ${condition}`;
  }

  /** Changes records, 200 to a call; one that is refused holds back no other. @throws RequestRefused, OrgUnavailable */
  async change(records: readonly (WireRecord & { readonly Id: string })[]): Promise<readonly Changed[]> {
    const changed: Changed[] = [];
    for (let start = 0; start < records.length; start += collectionSize) {
      changed.push(...(await this.#changePart(records.slice(start, start + collectionSize))));
    }
    return changed;
  }

  async #changePart(records: readonly (WireRecord & { readonly Id: string })[]): Promise<readonly Changed[]> {
    const body = { allOrNone: false, records: records.map((record) => ({ attributes: { type: 'PulseInvitation__c' }, ...record })) };
    const reply = await this.client.request('PATCH', this.client.path('/composite/sobjects'), body, { kind: 'invitations' });
    const results = collectionReply.safeParse(reply);
    if (!results.success || results.data.length !== records.length) {
      throw new OrgUnavailable('What answers at the address of the org does not answer as Salesforce does.');
    }
    return results.data.map((result, index) => {
      const id = records[index]?.Id ?? '';
      if (result.success) return { id, ok: true };
      const [error] = result.errors;
      return { id, ok: false, code: error?.statusCode ?? 'UNKNOWN_EXCEPTION', message: withoutAddresses(error?.message ?? '') };
    });
  }
}

/** Rows of a query in the shape that was asked for. @throws OrgUnavailable when something else than Salesforce answered */
export function rowsOf<T>(shape: z.ZodType<T>, rows: readonly QueriedRecord[]): readonly T[] {
  const parsed = z.array(shape).safeParse(rows);
  if (parsed.success) return parsed.data;
  throw new OrgUnavailable('The org answered a query about invitations in a shape that is not understood.');
}
