import type { Clock } from '../clock.ts';
import type { FlowElement } from '../metadata/flowTypes.ts';
import type { RequestUser } from '../requestUser.ts';
import type { OrgDatabase } from '../storage/database.ts';
import type { Outbox, OutboxEmail } from './actions/outbox.ts';
import type { CompiledFlow } from './compiledFlow.ts';
import type { Interview } from './interview.ts';

/** Interviews of one flow that failed together, for one reason. */
export interface Fault {
  readonly flow: CompiledFlow;
  readonly version: number;
  readonly trigger: string;
  readonly user: RequestUser;
  /** Where it failed; null when no element can be told. */
  readonly element: string | null;
  /** Why, without what people wrote. */
  readonly message: string;
  readonly interviews: readonly Interview[];
}

interface Parts {
  readonly outbox: Outbox;
  readonly database: OrgDatabase;
  readonly clock: Clock;
  readonly organizationId: string;
  /** Who is told. */
  readonly recipient: () => RequestUser | undefined;
}

/** What the platform calls elements in these e-mails. */
const kinds: Readonly<Record<FlowElement['kind'], string>> = {
  actionCalls: 'FlowActionCall',
  assignments: 'FlowAssignment',
  collectionProcessors: 'FlowCollectionProcessor',
  customErrors: 'FlowCustomError',
  decisions: 'FlowDecision',
  loops: 'FlowLoop',
  recordCreates: 'FlowRecordCreate',
  recordDeletes: 'FlowRecordDelete',
  recordLookups: 'FlowRecordLookup',
  recordRollbacks: 'FlowRecordRollback',
  recordUpdates: 'FlowRecordUpdate',
  screens: 'FlowScreen',
  subflows: 'FlowSubflow',
  transforms: 'FlowTransform',
};

/**
 * Tells the administrator by e-mail of faults that no path took, as the platform
 * does. The e-mails go to the outbox after the transaction at hand, which the
 * fault undoes.
 */
export class FaultEmails {
  readonly #parts: Parts;
  #unwritten: Omit<OutboxEmail, 'id'>[] = [];
  #scheduled: NodeJS.Immediate | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  add(fault: Fault): void {
    const { clock, organizationId, recipient } = this.#parts;
    const to = recipient();
    if (to === undefined || to.email === '') return;
    this.#unwritten.push({
      at: clock.now(),
      action: 'flowFault',
      caller: fault.flow.name,
      from: to.email,
      to: [to.email],
      cc: [],
      bcc: [],
      subject: `Error Occurred During Flow "${fault.flow.name}": ${fault.message}`.slice(0, 255),
      text: textOf(fault, organizationId, new Date(clock.now()).toISOString()),
      html: undefined,
      relatedRecordId: undefined,
    });
    this.#scheduled ??= setImmediate(() => this.flush());
  }

  /** Writes what is waiting; call it outside any transaction. */
  flush(): void {
    if (this.#scheduled !== undefined) clearImmediate(this.#scheduled);
    this.#scheduled = undefined;
    const emails = this.#unwritten;
    this.#unwritten = [];
    if (emails.length === 0) return;
    this.#parts.database.transaction(() => {
      for (const email of emails) this.#parts.outbox.addEmail(email, 0);
    });
  }
}

function textOf({ flow, version, trigger, user, element, message, interviews }: Fault, organizationId: string, at: string): string {
  const [first] = interviews;
  const kind = element === null ? undefined : flow.definition.elements.get(element)?.kind;
  const more = interviews.length > 1 ? [`${interviews.length - 1} more interviews of the same batch failed for the same reason.`] : [];
  return [
    ...(element === null ? [] : [`Error element ${element}${kind === undefined ? '' : ` (${kinds[kind]})`}.`]),
    message,
    '',
    'Flow Details',
    `Flow API Name: ${flow.name}`,
    `Version: ${version}`,
    'Status: Active',
    `Org: ${organizationId}`,
    '',
    'Flow Interview Details',
    `Interview GUID: ${first?.guid ?? ''}`,
    `Current User: ${user.name} (${user.id})`,
    `Start time: ${at}`,
    '',
    'How the Interview Started',
    `Trigger: ${trigger}`,
    ...(first?.recordId === null || first === undefined ? [] : [`Record: ${first.recordId}`]),
    ...more,
  ].join('\n');
}
