import type { InvitationSender, ReadyInvitation, SendingOutcome } from '../sender.ts';

/** A sending side in memory that remembers what it has sent. */
export class MemorySender implements InvitationSender {
  readonly name: string;
  readonly idempotent: boolean;
  readonly reminds: boolean;
  readonly settlesAfterMs = 0;
  /** Ids of what customers got, with the kind; a doubled one stands twice. */
  readonly got: string[] = [];
  readonly handed: ReadyInvitation[] = [];
  /** Asked for each hand-over, before it is sent. */
  gate: (invitation: ReadyInvitation) => SendingOutcome | 'lost after sending' | 'send' = () => 'send';
  /** Asked before each `wasSent`. */
  knows = true;

  constructor({ name = 'memory', idempotent = false, reminds = true } = {}) {
    this.name = name;
    this.idempotent = idempotent;
    this.reminds = reminds;
  }

  async send(invitations: readonly ReadyInvitation[], signal: AbortSignal): Promise<readonly SendingOutcome[]> {
    return invitations.map((invitation) => {
      if (signal.aborted) return { kind: 'later', reason: 'stopping' };
      const gate = this.gate(invitation);
      if (typeof gate === 'object') return gate;
      const key = `${invitation.id}:${invitation.kind}`;
      this.handed.push(invitation);
      if (!this.idempotent || !this.got.includes(key)) this.got.push(key);
      return gate === 'send' ? { kind: 'sent' } : { kind: 'unsure', reason: 'no answer in time' };
    });
  }

  async wasSent({ id, kind }: Pick<ReadyInvitation, 'id' | 'kind'>): Promise<boolean | 'unknown'> {
    return this.knows ? this.got.includes(`${id}:${kind}`) : 'unknown';
  }
}
