import type { SalesforceClient } from '../salesforce/client.ts';
import { queryAll } from '../salesforce/composite.ts';
import { queriesByValue } from '../salesforce/soql.ts';
import type { QueriedRecord } from '../salesforce/replies.ts';
import { normaliseEmail } from './email.ts';

/** A contact as matching needs it. */
export interface FoundContact {
  readonly id: string;
  readonly accountId?: string;
  /** How many contacts have the address by which this one was found. */
  readonly sharing: number;
}

/** What to look up, in normal form: 18-character ids, normalised addresses. */
export interface Wanted {
  readonly contactIds: ReadonlySet<string>;
  readonly accountIds: ReadonlySet<string>;
  readonly caseIds: ReadonlySet<string>;
  readonly opportunityIds: ReadonlySet<string>;
  readonly emails: ReadonlySet<string>;
}

/** Looks records up in the org in batches, five queries to a call, and asks for nothing twice. */
export class OrgLookup {
  readonly #client: SalesforceClient;
  readonly #contacts = new Map<string, FoundContact | undefined>();
  readonly #byEmail = new Map<string, FoundContact | undefined>();
  readonly #ids = new Map<string, boolean>();

  constructor(client: SalesforceClient) {
    this.#client = client;
  }

  contact(id: string | undefined): FoundContact | undefined {
    return id === undefined ? undefined : this.#contacts.get(id);
  }

  /** Of several contacts with one address the most recently modified is taken; of those changed at the same time the lowest id. */
  contactByEmail(email: string | undefined): FoundContact | undefined {
    return email === undefined ? undefined : this.#byEmail.get(email);
  }

  /** The id when the org has such an account, case or opportunity. */
  existing(id: string | undefined): string | undefined {
    return id !== undefined && this.#ids.get(id) === true ? id : undefined;
  }

  /** Makes the answers to everything wanted available. */
  async prefetch(wanted: Wanted): Promise<void> {
    const contactIds = [...wanted.contactIds].filter((id) => !this.#contacts.has(id));
    const emails = [...wanted.emails].filter((email) => !this.#byEmail.has(email));
    const others = (['Account', 'Case', 'Opportunity'] as const).flatMap((object) => {
      const ids = { Account: wanted.accountIds, Case: wanted.caseIds, Opportunity: wanted.opportunityIds }[object];
      return queriesByValue(
        `SELECT Id FROM ${object}`,
        'Id',
        [...ids].filter((id) => !this.#ids.has(id)),
      );
    });
    const contactSelect = 'SELECT Id, AccountId, Email, LastModifiedDate FROM Contact';
    const queries = [...queriesByValue(contactSelect, 'Id', contactIds), ...queriesByValue(contactSelect, 'Email', emails), ...others];
    const records = queries.length === 0 ? [] : await queryAll(this.#client, queries);
    for (const id of contactIds) this.#contacts.set(id, undefined);
    for (const email of emails) this.#byEmail.set(email, undefined);
    for (const id of [...wanted.accountIds, ...wanted.caseIds, ...wanted.opportunityIds]) if (!this.#ids.has(id)) this.#ids.set(id, false);
    this.#keep(records, new Set(emails));
  }

  #keep(records: readonly QueriedRecord[], emails: ReadonlySet<string>): void {
    const sharing = new Map<string, Map<string, QueriedRecord>>();
    for (const record of records) {
      const id = String(record['Id']);
      if (!id.startsWith('003')) {
        this.#ids.set(id, true);
        continue;
      }
      this.#contacts.set(id, foundContact(record, 1));
      const email = normaliseEmail(textOf(record['Email']));
      if (email !== undefined && emails.has(email))
        sharing.set(email, (sharing.get(email) ?? new Map<string, QueriedRecord>()).set(id, record));
    }
    for (const [email, contacts] of sharing) {
      const [newest] = [...contacts.values()].sort(byLastModified);
      if (newest !== undefined) this.#byEmail.set(email, foundContact(newest, contacts.size));
    }
  }
}

function byLastModified(one: QueriedRecord, other: QueriedRecord): number {
  const difference = Date.parse(String(other['LastModifiedDate'])) - Date.parse(String(one['LastModifiedDate']));
  return difference === 0 || Number.isNaN(difference) ? (String(one['Id']) < String(other['Id']) ? -1 : 1) : difference;
}

function foundContact(record: QueriedRecord, sharing: number): FoundContact {
  const accountId = textOf(record['AccountId']);
  return { id: String(record['Id']), sharing, ...(accountId === undefined ? {} : { accountId }) };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
