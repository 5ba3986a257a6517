import type { SalesforceClient } from '../salesforce/client.ts';
import type { SendingStore } from '../store/ports/sendings.ts';
import type { SettingStore } from '../store/ports/settings.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import { InvitationOrg } from './org/invitationOrg.ts';
import type { AssignedSender } from './senders/kinds.ts';
import { SenderDesk } from './senderDesk.ts';
import type { InvitationsSettings } from './settings.ts';
import { WordingBook } from './wordingBook.ts';

export interface InvitationParts {
  readonly client: SalesforceClient;
  readonly store: SendingStore & SettingStore;
  readonly senders: readonly AssignedSender[];
  readonly settings: InvitationsSettings;
  readonly telemetry: Telemetry;
  /** Stands in `ClaimedBy__c`: its own for each process. */
  readonly worker: string;
  /** The org's time. */
  readonly now?: () => Date;
  /** Milliseconds that only grow. */
  readonly clock?: () => number;
}

/** What every step of sending works with. */
export interface Desk {
  readonly org: InvitationOrg;
  readonly store: SendingStore & SettingStore;
  readonly senders: SenderDesk;
  readonly settings: InvitationsSettings;
  readonly telemetry: Telemetry;
  readonly holder: string;
  readonly wordings: WordingBook;
  /** Invitations that this run could not send after all: it does not try them again. */
  readonly leftBehind: Set<string>;
  /** What an operator should know after this run, each in a sentence. */
  readonly problems: Set<string>;
  readonly now: () => Date;
  readonly clock: () => number;
}

/** Length of `ClaimedBy__c`. */
const longestHolder = 80;

export function openDesk(parts: InvitationParts): Desk {
  const { client, settings, store, telemetry } = parts;
  const clock = parts.clock ?? (() => performance.now());
  const org = new InvitationOrg(client, settings.phones);
  return {
    org,
    store,
    settings,
    telemetry,
    clock,
    senders: new SenderDesk(parts.senders, clock),
    holder: `customer-pulse ${parts.worker}`.slice(0, longestHolder),
    wordings: new WordingBook(org),
    leftBehind: new Set(),
    problems: new Set(),
    now: parts.now ?? (() => client.orgTime()),
  };
}

/** Counts what became of invitations of a survey. */
export function countInvitations(desk: Pick<Desk, 'telemetry'>, survey: string, outcome: string, by = 1): void {
  if (by > 0) desk.telemetry.count('customer_pulse_invitations_total', by, { survey, outcome });
}
