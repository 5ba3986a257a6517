import type { TestContext } from 'node:test';
import type { Answer, TextField } from '../../answer.ts';
import { OrgLookup } from '../../match/orgLookup.ts';
import { SalesforceClient, type ClientOptions } from '../../salesforce/client.ts';
import { readOrgSettings } from '../../salesforce/orgSettings.ts';
import { openSqliteStore } from '../../store/sqlite/sqliteStore.ts';
import type { Store } from '../../store/store.ts';
import { silentTelemetry, type Telemetry } from '../../telemetry/telemetry.ts';
import { startStubOrg, type StubOrg } from '../../testing/stubOrg.ts';
import { workFolder } from '../../testing/workFolder.ts';
import { Pusher, type PushCounts } from '../pusher.ts';
import { defaultPushSettings, type FieldMapping, type PushSettings } from '../settings.ts';

/** A push between a store of its own and an org that is a stub. */
export interface PushRun {
  readonly org: StubOrg;
  readonly store: Store;
  readonly client: SalesforceClient;
  readonly pusher: Pusher;
  readonly drain: () => Promise<PushCounts>;
  /** The same on the same store after the process was killed. */
  readonly restarted: () => Pusher;
}

export interface RunSettings {
  readonly push?: Partial<PushSettings>;
  readonly fields?: readonly FieldMapping[];
  readonly telemetry?: Telemetry;
  readonly client?: ClientOptions;
}

export async function pushRun(
  context: TestContext,
  { push, fields = [], telemetry = silentTelemetry, client: options }: RunSettings = {},
): Promise<PushRun> {
  const org = await startStubOrg();
  const store = openSqliteStore(workFolder(context).data);
  context.after(async () => {
    await store.close();
    await org.close();
  });
  const client = new SalesforceClient(readOrgSettings(org.environment()), { wait: () => Promise.resolve(), ...options });
  const make = (worker: string): Pusher =>
    new Pusher({
      ...{ store, client, telemetry, lookup: new OrgLookup(client), worker },
      settings: { ...defaultPushSettings, batchWindowMilliseconds: 0, ...push },
      fields: { response: [...fields] },
      scope: () => 'all',
      wait: () => Promise.resolve(),
    });
  const pusher = make('one');
  return { org, store, client, pusher, drain: () => pusher.drain(), restarted: () => make('two') };
}

/** An answer of a respondent of its own, unless the texts say otherwise. */
export function answer(responseId: string, changes: Partial<Answer> = {}, text: Partial<Record<TextField, string | null>> = {}): Answer {
  return {
    source: 's',
    responseId,
    respondedAt: '2026-01-05T10:00:00.000Z',
    rating: 5,
    text: { respondent: `person ${responseId}`, comment: `comment ${responseId}`, ...text },
    ...changes,
  };
}

export function answers(count: number, make: (index: number) => Answer = (index) => answer(String(index))): Answer[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
