import type { RequestUser } from '../requestUser.ts';
import type { FieldValues, Schema } from '../schema/types.ts';
import type { RecordStore } from '../storage/recordStore.ts';

/** Finds who a request runs as among the records of the User object; what they may do is for others to add. */
export class UserDirectory {
  readonly #schema: Schema;
  readonly #store: RecordStore;

  constructor(schema: Schema, store: RecordStore) {
    this.#schema = schema;
    this.#store = store;
  }

  /** The user of this id; undefined when there is none or it is not active, which is the same for whoever logs in. */
  active(id: string): RequestUser | undefined {
    return this.#find(id, (values) => values['IsActive'] === true);
  }

  /** The user of this id, active or not: work that was queued for somebody is done even if they have left since. */
  any(id: string): RequestUser | undefined {
    return this.#find(id, () => true);
  }

  #find(id: string, accepts: (values: FieldValues) => boolean): RequestUser | undefined {
    const object = this.#schema.object('User');
    const values = object === undefined ? undefined : this.#store.read(object, [id]).get(id);
    if (values === undefined || !accepts(values)) return undefined;
    const text = (name: string, otherwise: string): string => {
      const value = values[name];
      return typeof value === 'string' ? value : otherwise;
    };
    return {
      id,
      username: text('Username', ''),
      name: text('Name', text('LastName', '')),
      email: text('Email', ''),
      timeZone: text('TimeZoneSidKey', 'GMT'),
      locale: text('LocaleSidKey', 'en_US'),
      language: text('LanguageLocaleKey', 'en_US'),
      profileId: text('ProfileId', ''),
    };
  }
}

/** Who the org itself works as, whether or not the administrator may log in. */
export function automatedProcess(adminId: string): RequestUser {
  return { id: adminId, username: '', name: 'Automated Process', email: '', timeZone: 'GMT', locale: 'en_US', language: 'en_US' };
}
