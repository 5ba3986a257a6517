/** A record in the stub: its fields, with a parent as the parent's key under the relationship's name. */
export type StubRecord = Readonly<Record<string, unknown>>;

/** Decides whether saving a record fails, by Salesforce's code and message. */
export type RecordFault = (object: string, record: StubRecord) => { readonly code: string; readonly message?: string } | undefined;

/** The unique external id of each object. */
const keyFields: Readonly<Record<string, string>> = { PulseResponse__c: 'ExternalId__c' };

/** Relationships by which records name their parents, and the parent's object. */
const parents: Readonly<Record<string, string>> = {
  AccountPulse__r: 'AccountPulse__c',
  ContactPulse__r: 'ContactPulse__c',
  Survey__r: 'PulseSurvey__c',
  Response__r: 'PulseResponse__c',
};

/** The master-detail relationship a new record needs. */
const required: Readonly<Record<string, string>> = {
  ContactPulse__c: 'AccountPulse__r',
  PulseResponse__c: 'ContactPulse__r',
  PulseReason__c: 'Response__r',
};

type SaveResult = { success: boolean; created?: boolean; id?: string; errors: { statusCode: string; message: string; fields: string[] }[] };

/** The records of a stub org, by object and key. */
export class StubRecords {
  fault: RecordFault | undefined;
  /** Code by which deletions are refused. */
  refuseDeletion: string | undefined;
  /** What a describe of any object says about its fields. */
  fields: readonly { name: string; type: string; createable: boolean; updateable: boolean }[] = [];
  readonly #objects = new Map<string, Map<string, StubRecord>>();
  #nextId = 1;

  /** Puts records (contacts, accounts) there without a request. */
  add(object: string, ...records: readonly StubRecord[]): void {
    for (const record of records) this.#of(object).set(String(record['Id']), record);
  }

  all(object: string): StubRecord[] {
    return [...this.#of(object).values()];
  }

  byKey(object: string, key: string): StubRecord | undefined {
    return this.#of(object).get(key);
  }

  /** @returns whether it was there */
  delete(object: string, key: string): boolean {
    return this.#of(object).delete(key);
  }

  create(wire: Readonly<Record<string, unknown>>): SaveResult {
    const { object, fields, key } = this.#read(wire);
    if (this.#of(object).has(key))
      return failed('DUPLICATE_VALUE', `duplicate value found: ${keyField(object)} duplicates value on record`);
    return this.#save(object, key, fields, true);
  }

  upsert(field: string, wire: Readonly<Record<string, unknown>>): SaveResult {
    const { object, fields } = this.#read(wire);
    const key = String(fields[field]);
    const existing = this.#of(object).get(key);
    return this.#save(object, key, { ...existing, ...fields }, existing === undefined);
  }

  query(soql: string): unknown {
    const [, object = '', field = '', list = ''] = /FROM (\w+) WHERE (\w+)(?:\.\w+)? IN \((.*)\)$/.exec(soql) ?? [];
    const wanted = new Set(
      [...list.matchAll(/'((?:[^'\\]|\\.)*)'/g)].map((match) => (match[1] ?? '').replace(/\\(.)/g, '$1').toLowerCase()),
    );
    const found = this.all(object).filter((record) => wanted.has(String(record[field]).toLowerCase()));
    return { totalSize: found.length, done: true, records: found };
  }

  #save(object: string, key: string, fields: StubRecord, created: boolean): SaveResult {
    const fault = this.fault?.(object, fields);
    if (fault !== undefined) return failed(fault.code, fault.message ?? fault.code);
    const needed = required[object];
    if (needed !== undefined && fields[needed] === undefined)
      return failed('REQUIRED_FIELD_MISSING', `Required fields are missing: [${needed}]`);
    for (const [relationship, parent] of Object.entries(parents)) {
      const named = fields[relationship];
      if (typeof named === 'string' && !this.#of(parent).has(named)) {
        return failed('INVALID_FIELD', `Foreign key external ID: ${named} not found for field in entity ${parent}`);
      }
    }
    this.#of(object).set(key, Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)));
    return { success: true, created, id: `a00${this.#nextId++}`, errors: [] };
  }

  #read({ attributes, ...wire }: Readonly<Record<string, unknown>>): { object: string; fields: StubRecord; key: string } {
    const object = typeof attributes === 'object' && attributes !== null && 'type' in attributes ? String(attributes.type) : '';
    const fields = Object.fromEntries(
      Object.entries(wire).map(([name, value]) => [name, typeof value === 'object' && value !== null ? Object.values(value)[0] : value]),
    );
    return { object, fields, key: String(fields[keyField(object)]) };
  }

  #of(object: string): Map<string, StubRecord> {
    const records = this.#objects.get(object) ?? new Map<string, StubRecord>();
    this.#objects.set(object, records);
    return records;
  }
}

function keyField(object: string): string {
  return keyFields[object] ?? 'Key__c';
}

function failed(statusCode: string, message: string): SaveResult {
  return { success: false, errors: [{ statusCode, message, fields: [] }] };
}
