import type { OrgLookup } from '../match/orgLookup.ts';
import type { BackoffPolicy, Wait } from '../salesforce/backoff.ts';
import type { SalesforceClient } from '../salesforce/client.ts';
import type { Scope, Store } from '../store/store.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import type { FieldsSettings, PushSettings } from './settings.ts';

/** What the push is put together from. */
export interface PushParts {
  readonly store: Store;
  readonly client: SalesforceClient;
  readonly lookup: OrgLookup;
  readonly telemetry: Telemetry;
  readonly settings: PushSettings;
  readonly fields: FieldsSettings;
  /** Name of this process among those that share the store. */
  readonly worker: string;
  /** The partitions it may work on now; an empty set: none. */
  readonly scope: () => Scope | Promise<Scope>;
  /** A test's own way to wait. */
  readonly wait?: Wait;
  /** Pauses between the tries of one answer. */
  readonly backoff?: BackoffPolicy;
}
