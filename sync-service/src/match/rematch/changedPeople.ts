import type { SalesforceClient } from '../../salesforce/client.ts';
import { queryAll } from '../../salesforce/composite.ts';
import { RequestRefused } from '../../salesforce/errors.ts';
import type { QueriedRecord } from '../../salesforce/replies.ts';
import { soqlText } from '../../salesforce/soql.ts';
import { normaliseEmail } from '../email.ts';
import { textOf } from '../found.ts';
import { emailKey, phoneKey, unknownContactKey } from '../keys.ts';
import { refused, refusedLookup } from '../lookupQueries.ts';
import { normalisePhone } from '../phone.ts';
import type { MatchSettings } from '../settings.ts';
import type { TextField } from '../../answer.ts';

/** What of an answer would have led to a person, by the key of the pulse such an answer has while the person is unknown. */
export type Traces = ReadonlyMap<string, { readonly field: TextField; readonly value: string }>;

/** Position in the order of changes: records changed at one moment are told apart by their ids. */
export interface Position {
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Id of the last record seen of that moment; blank for none. */
  readonly id: string;
}

export interface ChangedPage {
  readonly people: number;
  readonly traces: Traces;
  /** There is more after it. */
  readonly isFull: boolean;
  /** After the last record of the page. */
  readonly position: Position;
}

/** Records of a page; the most that one answer to a query holds. */
const pageSize = 2_000;

/** People who were created or changed since, in the order of their changes. */
export async function* changedPeople(
  client: SalesforceClient,
  object: 'Contact' | 'Lead',
  settings: MatchSettings,
  since: Position,
): AsyncGenerator<ChangedPage> {
  let phones = object === 'Contact' && settings.rules.includes('phone') ? settings.phoneFields : [];
  const keyField = object === 'Contact' && settings.rules.includes('contactKey') ? settings.contactKeyField : undefined;
  for (let position = since; ;) {
    const read = async (): Promise<readonly QueriedRecord[]> => {
      const fields = new Set(['Id', 'Email', 'SystemModstamp', ...(keyField === undefined ? [] : [keyField]), ...phones]);
      const from = `FROM ${object} WHERE ${after(position)} ORDER BY SystemModstamp, Id LIMIT ${pageSize}`;
      return queryAll(client, [`SELECT ${[...fields].join(', ')} ${from}`]);
    };
    let records: readonly QueriedRecord[];
    try {
      records = await read();
    } catch (thrown) {
      if (!(thrown instanceof RequestRefused)) throw thrown;
      // What the service may not read it does without, as in matching; the status page says so.
      if (object === 'Lead') return;
      if (phones.length === 0) throw refused(thrown);
      phones = [];
      records = await refusedLookup(read);
    }
    const last = records.at(-1);
    if (last === undefined) return;
    position = { at: new Date(String(last['SystemModstamp'])).toISOString(), id: String(last['Id']) };
    const isFull = records.length >= pageSize;
    yield { people: records.length, traces: tracesOf(records, object, settings), isFull, position };
    if (!isFull) return;
  }
}

function after({ at, id }: Position): string {
  return id === '' ? `SystemModstamp >= ${at}` : `(SystemModstamp > ${at} OR (SystemModstamp = ${at} AND Id > ${soqlText(id)}))`;
}

function tracesOf(records: readonly QueriedRecord[], object: 'Contact' | 'Lead', settings: MatchSettings): Traces {
  const { rules, contactKeyField, phoneFields, phoneCountry } = settings;
  const traces = new Map<string, { field: TextField; value: string }>();
  for (const record of records) {
    const email = normaliseEmail(textOf(record['Email']));
    if (email !== undefined) traces.set(emailKey(email), { field: 'email', value: email });
    if (object === 'Lead') continue;
    const key = contactKeyField === undefined ? undefined : record[contactKeyField];
    const keyText = typeof key === 'number' ? String(key) : textOf(key);
    if (rules.includes('contactKey') && keyText !== undefined)
      traces.set(unknownContactKey(keyText), { field: 'contact_key', value: keyText });
    for (const field of rules.includes('phone') ? phoneFields : []) {
      const phone = normalisePhone(textOf(record[field]), phoneCountry);
      if (phone !== undefined) traces.set(phoneKey(phone), { field: 'phone', value: phone });
    }
  }
  return traces;
}
