import { openJobs } from '../jobs/openJobs.ts';
import type { RecurringJob } from '../jobs/jobs.ts';
import { retentionJob } from '../jobs/retentionJob.ts';
import type { WatchSettings } from '../files/settings.ts';
import { watchJobs } from '../files/watchJob.ts';
import type { InboxSettings } from '../inbox/settings.ts';
import { invitationsJob } from '../invitations/invitationsJob.ts';
import { requestFolderJob } from '../invitations/requests/requestFolder.ts';
import { openSenders } from '../invitations/senders/kinds.ts';
import type { InvitationsSettings } from '../invitations/settings.ts';
import { OrgLookup } from '../match/orgLookup.ts';
import { rematchJob } from '../match/rematch/rematchJob.ts';
import type { MatchSettings } from '../match/settings.ts';
import { Pusher } from '../push/pusher.ts';
import type { FieldsSettings, PushSettings } from '../push/settings.ts';
import { SalesforceClient } from '../salesforce/client.ts';
import type { OrgSettings } from '../salesforce/orgSettings.ts';
import { openSource, type SourceSection } from '../sources/kinds.ts';
import { pullJobs } from '../sources/pullJob.ts';
import type { StoreSettings } from '../store/settings.ts';
import type { Store } from '../store/store.ts';
import type { RunningTelemetry } from '../telemetry/startTelemetry.ts';
import type { ServiceParts } from './service.ts';
import type { ServiceSettings } from './settings.ts';
import { workerName } from './worker.ts';

/** The sections of the configuration that a service is made from. */
export interface WiringSettings {
  readonly store: StoreSettings;
  /** Absent: answers are taken in and kept until an org is configured. */
  readonly org: OrgSettings | undefined;
  readonly sources: readonly SourceSection[];
  readonly watch: WatchSettings;
  readonly match: MatchSettings;
  readonly push: PushSettings;
  readonly fields: FieldsSettings;
  readonly invitations: InvitationsSettings;
  readonly service: ServiceSettings;
  readonly inbox: InboxSettings;
}

/** Puts the parts of a service together by its configuration. @throws SetupError when a secret is not usable */
export async function wire(settings: WiringSettings, store: Store, telemetry: RunningTelemetry): Promise<ServiceParts> {
  const worker = workerName();
  const now = (): Date => new Date();
  const sources = settings.sources.map((section) =>
    openSource(section, { onCall: (status) => countCall(telemetry, section.name, status) }),
  );
  const client = settings.org === undefined ? undefined : new SalesforceClient(settings.org, { telemetry });
  const { match, push, fields, invitations, inbox, service } = settings;
  return {
    ...{ store, telemetry, client, worker, watched: settings.watch.folders.map(({ folder }) => folder) },
    jobs: await openJobs(settings.store, telemetry),
    sources: new Map(sources.map((source) => [source.name, source])),
    settings: { service, inbox },
    pushLoops: (scope) => {
      if (client === undefined) return [];
      const lookup = new OrgLookup(client, match, { telemetry });
      return [new Pusher({ store, client, telemetry, lookup, settings: push, fields, worker, scope }).loop()];
    },
    recurring: [
      ...pullJobs(sources, store, telemetry, now),
      ...watchJobs({ store, settings: settings.watch, dataFolder: settings.store.data, telemetry }),
      ...(client === undefined ? [] : orgJobs(client, { store, telemetry, worker, match, invitations })),
      retentionJob({ store, settings: settings.store, telemetry, now }),
    ],
  };
}

interface OrgJobParts {
  readonly store: Store;
  readonly telemetry: RunningTelemetry;
  readonly worker: string;
  readonly match: MatchSettings;
  readonly invitations: InvitationsSettings;
}

/** What is done in the org again and again beside the push. */
function orgJobs(client: SalesforceClient, { store, telemetry, worker, match, invitations }: OrgJobParts): RecurringJob[] {
  const senders = openSenders(invitations.senders);
  const sending = senders.length === 0 ? [] : [invitationsJob({ client, store, senders, settings: invitations, telemetry, worker })];
  const { requests } = invitations;
  const requesting = requests === undefined ? [] : [requestFolderJob({ settings: requests, client, store, telemetry })];
  return [...sending, ...requesting, rematchJob({ client, store, settings: match, telemetry })];
}

function countCall(telemetry: RunningTelemetry, source: string, status: number): void {
  telemetry.count('customer_pulse_platform_calls_total', 1, { source, status: status === 0 ? 'none' : String(status) });
}
