import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SalesforceClient } from '../../salesforce/client.ts';

/** An invitation in the stub: what the package keeps. Times are ISO 8601, to the second. */
export interface StubInvitation {
  readonly Id: string;
  Survey__c: string;
  Status__c: string;
  SendAfter__c: string;
  ExpiresAt__c: string;
  Email__c: string | null;
  ClaimedBy__c?: string | null;
  ClaimedUntil__c?: string | null;
  SentAt__c?: string | null;
  OpenedAt__c?: string | null;
  RemindAt__c?: string | null;
  RemindedAt__c?: string | null;
  FailureReason__c?: string | null;
  SuppressionReason__c?: string | null;
  SuppressionDetail__c?: string | null;
  LastModifiedDate?: string;
  SurveyVersion__c?: number;
  Contact__c?: string | null;
  RequestedBy__c?: string | null;
}

/** What RequestSurvey says of an invitation that is checked again. */
export type Recheck = (invitation: StubInvitation) => { readonly outcome: string; readonly reason?: string; readonly detail?: string };

type Row = Readonly<Record<string, unknown>>;
interface SurveyInput {
  readonly recheckInvitationId?: string;
  readonly contactId?: string;
  readonly email?: string;
  readonly requestedBy?: string;
  readonly checkOnly?: boolean;
}

type Gate = (what: string) => 'go' | 'cut before' | 'cut after';

/** The steps of an invitation's life that the package's rule allows. */
const steps: Readonly<Record<string, readonly string[]>> = {
  Requested: ['Claimed', 'Suppressed', 'Answered', 'Expired', 'Failed'],
  Claimed: ['Requested', 'Sent', 'Suppressed', 'Answered', 'Expired', 'Failed'],
  Sent: ['Opened', 'Answered', 'Expired', 'Failed'],
  Opened: ['Answered', 'Expired'],
  Expired: ['Answered'],
};

/** A stand-in for an org's invitations with the package's rules, at the wire. */
export class StubInvitations {
  readonly invitations = new Map<string, StubInvitation>();
  readonly surveys: { Id: string; Key__c: string; Name: string; DailyCap__c: number | null }[] = [];
  /** Asked before each request: how a test cuts connections. */
  gate: Gate = () => 'go';
  recheck: Recheck = () => ({ outcome: 'Requested' });
  now = Date.parse('2026-03-02T09:00:00.000Z');
  calls = 0;
  #url = '';
  #saves = 0;
  readonly #server = createServer((request, response) => {
    this.#answer(request, response).catch(() => response.destroy());
  });

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    this.#url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
    return this;
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  /** A client that gives up soon. */
  client(): SalesforceClient {
    const settings = { instanceUrl: this.#url, accessToken: '00D000000000001!x', apiVersion: '66.0', retryBaseMs: 1 };
    return new SalesforceClient(settings, { wait: async () => undefined, backoff: { baseMs: 1, longestMs: 1, attempts: 2 } });
  }

  addSurvey(key: string, cap: number | null = null): string {
    const Id = `a05${String(this.surveys.length + 1).padStart(15, '0')}`;
    this.surveys.push({ Id, Key__c: key, Name: `Survey ${key}`, DailyCap__c: cap });
    return Id;
  }

  /** Adds invitations that are due. @returns their ids */
  addDue(survey: string, count: number, values: Partial<StubInvitation> = {}): readonly string[] {
    return Array.from({ length: count }, () => {
      const Id = `a06${String(this.invitations.size + 1).padStart(15, '0')}`;
      const invitation: StubInvitation = {
        Id,
        Survey__c: survey,
        Status__c: 'Requested',
        SendAfter__c: this.time(-3_600),
        ExpiresAt__c: this.time(30 * 86_400),
        Email__c: `person${this.invitations.size}@example.com`,
        SurveyVersion__c: 1,
        LastModifiedDate: this.time(-3_600),
        ...values,
      };
      this.invitations.set(Id, invitation);
      return Id;
    });
  }

  /** The time so many seconds from now. */
  time(seconds = 0): string {
    return new Date(this.now + seconds * 1000).toISOString().replace(/\.\d+Z$/, '.000+0000');
  }

  statuses(): Readonly<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const { Status__c } of this.invitations.values()) counts[Status__c] = (counts[Status__c] ?? 0) + 1;
    return counts;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = request.url ?? '';
    const body = JSON.parse(await text(request)) as unknown;
    const what = url.replace(/^.*\/v66\.0/, '');
    const gate = this.gate(what);
    if (gate === 'cut before') return void response.destroy();
    this.calls++;
    const reply = this.#handle(what, body);
    if (gate === 'cut after') return void response.destroy();
    response.writeHead(200, { 'content-type': 'application/json', date: new Date(this.now).toUTCString() });
    response.end(JSON.stringify(reply));
  }

  #handle(what: string, body: unknown): unknown {
    if (what === '/composite') {
      const { compositeRequest } = body as { compositeRequest: readonly { url: string; referenceId: string }[] };
      return {
        compositeResponse: compositeRequest.map(({ url, referenceId }) => {
          const records = this.#query(decodeURIComponent(/\/query\?q=(.*)$/.exec(url)?.[1] ?? ''));
          return { referenceId, httpStatusCode: 200, httpHeaders: {}, body: { totalSize: records.length, done: true, records } };
        }),
      };
    }
    if (what === '/composite/sobjects') return (body as { records: readonly Row[] }).records.map((record) => this.#save(record));
    const { inputs } = body as { inputs: readonly SurveyInput[] };
    return inputs.map((input) => ({ isSuccess: true, errors: null, outputValues: this.#verdict(input) }));
  }

  #verdict({ recheckInvitationId, contactId, email, requestedBy, checkOnly }: SurveyInput): unknown {
    if (recheckInvitationId !== undefined) {
      const invitation = this.invitations.get(recheckInvitationId);
      return invitation === undefined ? { outcome: 'Failed' } : this.recheck(invitation);
    }
    const isAsked = [...this.invitations.values()].some(
      (one) => one.Status__c !== 'Suppressed' && (contactId === undefined ? one.Email__c === email : one.Contact__c === contactId),
    );
    const verdict = isAsked ? { outcome: 'Suppressed', reason: 'AlreadyAsked', detail: 'Asked already.' } : { outcome: 'Requested' };
    if (checkOnly === true) return verdict;
    const [invitationId] = this.addDue('a05', 1, {
      Status__c: verdict.outcome,
      Contact__c: contactId ?? null,
      Email__c: email ?? null,
      RequestedBy__c: requestedBy ?? null,
      SuppressionReason__c: verdict.reason ?? null,
      SuppressionDetail__c: verdict.detail ?? null,
    });
    return { ...verdict, invitationId };
  }

  #query(soql: string): readonly Row[] {
    if (soql.includes('FROM PulseSurveyVersion__c')) {
      return this.surveys.map(({ Id }) => ({ Survey__c: Id, Version__c: 1, Question__c: 'How likely?', Question1__c: 'Why?' }));
    }
    if (soql.includes('FROM PulseSurvey__c')) return this.surveys;
    const found = [...this.invitations.values()]
      .filter((invitation) => this.#fits(invitation, soql))
      .sort((one, other) => (one.SendAfter__c + one.Id < other.SendAfter__c + other.Id ? -1 : 1));
    if (soql.includes('GROUP BY')) {
      const counts = new Map<string, number>();
      for (const { Survey__c } of found) counts.set(Survey__c, (counts.get(Survey__c) ?? 0) + 1);
      return [...counts].map(([Survey__c, invitations]) => ({ Survey__c, invitations }));
    }
    return found.slice(0, Number(/LIMIT (\d+)/.exec(soql)?.[1] ?? 2000)).map((invitation) => ({ ...invitation }));
  }

  /** Understands the conditions that the service asks by, and no others. */
  #fits(invitation: StubInvitation, soql: string): boolean {
    const { Status__c: status } = invitation;
    const free = status === 'Requested' || (status === 'Claimed' && !this.#isHeld(invitation));
    const past = (value: string | null | undefined): boolean => value != null && at(value) <= this.now;
    const survey = /Survey__c = '(\w+)'/.exec(soql)?.[1];
    if (survey !== undefined && invitation.Survey__c !== survey) return false;
    const surveys = /Survey__c IN \(([^)]*)\)/.exec(soql)?.[1];
    if (surveys !== undefined && !surveys.includes(invitation.Survey__c)) return false;
    if (soql.includes('RequestedBy__c IN (')) return soql.includes(`'${String(invitation.RequestedBy__c)}'`);
    if (soql.includes('Id IN (')) return soql.includes(`'${invitation.Id}'`);
    const holder = /ClaimedBy__c = '([^']*)'/.exec(soql)?.[1];
    if (holder !== undefined && invitation.ClaimedBy__c !== holder) return false;
    if (soql.includes('RemindAt__c <=')) {
      return past(invitation.RemindAt__c) && invitation.RemindedAt__c == null && ['Sent', 'Opened'].includes(status);
    }
    if (soql.includes('SendAfter__c <=')) return free && past(invitation.SendAfter__c) && !past(invitation.ExpiresAt__c);
    if (soql.includes('ExpiresAt__c <=')) return past(invitation.ExpiresAt__c) && (free || ['Sent', 'Opened'].includes(status));
    const began = /SentAt__c >= (\S+)/.exec(soql)?.[1];
    const sent = began !== undefined && invitation.SentAt__c != null && at(invitation.SentAt__c) >= Date.parse(began);
    return sent || (soql.includes(`Status__c = 'Claimed'`) && this.#isHeld(invitation));
  }

  #isHeld({ Status__c, ClaimedUntil__c }: StubInvitation): boolean {
    return Status__c === 'Claimed' && ClaimedUntil__c != null && at(ClaimedUntil__c) > this.now;
  }

  #save(wire: Row): unknown {
    const { attributes: _, Id, ...values } = wire;
    const before = this.invitations.get(String(Id));
    if (before === undefined) return failed('ENTITY_IS_DELETED');
    const after = { ...before, ...toSeconds(values), LastModifiedDate: this.#nextSave() };
    const moved = after.Status__c !== before.Status__c;
    if (moved && steps[before.Status__c]?.includes(after.Status__c) !== true) return failed('FIELD_CUSTOM_VALIDATION_EXCEPTION');
    if (moved && after.Status__c === 'Claimed' && at(after.SendAfter__c) > this.now) return failed('FIELD_CUSTOM_VALIDATION_EXCEPTION');
    if (this.#isHeld(before) && after.Status__c === 'Claimed' && after.ClaimedBy__c !== before.ClaimedBy__c) {
      return failed('FIELD_CUSTOM_VALIDATION_EXCEPTION');
    }
    if (before.RemindedAt__c != null && after.RemindedAt__c !== before.RemindedAt__c) return failed('FIELD_CUSTOM_VALIDATION_EXCEPTION');
    if (after.Status__c !== 'Claimed') after.ClaimedUntil__c = null;
    this.invitations.set(before.Id, after);
    return { id: before.Id, success: true, created: false, errors: [] };
  }

  /** Each save a millisecond after the one before, as if they took time. */
  #nextSave(): string {
    return new Date(this.now + ++this.#saves).toISOString();
  }
}

/** The org keeps times to the second, and writes them in its own way. */
function toSeconds(values: Row): Partial<StubInvitation> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' && /^\d{4}-\d\d-\d\dT.*Z$/.test(value) ? `${value.slice(0, 19)}.000+0000` : value,
    ]),
  );
}

function at(time: string): number {
  return Date.parse(time.replace(/\+0000$/, 'Z'));
}

function failed(statusCode: string): unknown {
  return { success: false, errors: [{ statusCode, message: statusCode, fields: [] }] };
}
