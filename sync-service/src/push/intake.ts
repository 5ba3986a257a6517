import type { Answer } from '../answer.ts';
import { matchAnswers } from '../match/matchAnswers.ts';
import { reactionTo } from '../salesforce/errorReactions.ts';
import { isEverything, partitionOf } from '../store/partitions.ts';
import type { Scope, StoredAnswer } from '../store/store.ts';
import { blockedField, checkFields, nothingMapped, ownValues, type FieldCheck } from './ownFields.ts';
import type { KnownParents } from './parents.ts';
import type { PushParts } from './parts.ts';
import { pushWork, type PushWork, type SaveError } from './pushWork.ts';
import type { OwnFields } from './wireRecords.ts';

/** Fields that came into the package after its first version. */
const youngFields = ['MatchedBy__c', 'MatchNote__c'];
/** How long a check of the customer's fields that found problems holds. */
const recheckMs = 300_000;

/** What is done with answers before they are sent: matched, given their place, their own fields checked. */
export class Intake {
  readonly #parts: PushParts;
  readonly #known: KnownParents;
  readonly #leaveOut = new Set<string>();
  #check: FieldCheck | undefined;
  #checkedAt = 0;

  constructor(parts: PushParts, known: KnownParents) {
    this.#parts = parts;
    this.#known = known;
  }

  /** The customer's own fields of an answer, as far as the org takes them. */
  readonly own: OwnFields = Object.assign((answer: Answer) => ownValues((this.#check ?? nothingMapped).ready, answer), {
    leaveOut: this.#leaveOut,
  });

  /**
   * The org refuses a record for a field of the package that a version of it before this service's does not have: answers go without
   * it from now on. Said once.
   * @returns true where that is the reason
   */
  isOfOlderPackage({ code, message }: SaveError): boolean {
    if (reactionTo(code, message) !== 'park') return false;
    const unknown = youngFields.filter((field) => message.includes(field));
    if (unknown.length === 0) return false;
    const isNews = this.#leaveOut.size === 0;
    for (const field of youngFields) this.#leaveOut.add(field);
    const problem = `PulseResponse__c.${unknown.join(', ')} cannot be written: answers go without it. Upgrade the package in the org, or assign the permission set Customer Pulse Integration.`;
    if (isNews) {
      this.#parts.telemetry.log.warn('the package in the org is older than the service', { fields: unknown.join(', ') });
      this.#parts.telemetry.condition('fields', problem);
    }
    return true;
  }

  /**
   * Makes sure that it is known which of the customer's own fields the org takes. What is wrong is said once; when it is right again,
   * answers that waited for it wait to be pushed.
   */
  async checkOwnFields(now: number): Promise<void> {
    const { client, fields, telemetry, store } = this.#parts;
    const before = this.#check;
    if (before !== undefined && (before.problems.length === 0 || now - this.#checkedAt < recheckMs)) return;
    const check = await checkFields(client, fields.response);
    this.#check = check;
    this.#checkedAt = now;
    if (check.problems.join() === before?.problems.join()) return;
    if (check.problems.length > 0) {
      telemetry.log.warn('fields of your own cannot be filled', { problems: check.problems.join('; ') });
      telemetry.condition('fields', `${check.problems.join('; ')}.`);
    } else telemetry.condition('fields');
    if (before !== undefined && before.blocked.length > check.blocked.length) await store.unpark();
  }

  /** Matches answers and makes works of them. What must wait for a field is parked, what is another worker's by now is left to it. */
  async take(answers: readonly StoredAnswer[], scope: Scope): Promise<readonly PushWork[]> {
    const { store, lookup } = this.#parts;
    const free = await this.parkBlocked(answers);
    const assigned = await matchAnswers(store, lookup, free);
    const ours = isEverything(scope)
      ? assigned
      : assigned.filter(({ assignment }) => scope !== 'all' && scope.has(partitionOf(assignment.accountPulse.key)));
    await this.#known.learn(ours);
    return ours.map(pushWork);
  }

  /** @returns the answers whose fields the org takes */
  async parkBlocked(answers: readonly StoredAnswer[]): Promise<readonly StoredAnswer[]> {
    const blocked = this.#check?.blocked ?? [];
    if (blocked.length === 0) return answers;
    const waiting = answers.flatMap((answer) => {
      const field = blockedField(blocked, answer.answer);
      return field === undefined ? [] : [{ answer, field }];
    });
    await this.#parts.store.finish(
      waiting.map(({ answer: { sequence, contentHash }, field }) => ({
        sequence,
        contentHash,
        state: 'parked',
        error: { code: 'FIELD_MAPPING', reason: `PulseResponse__c.${field.to} (from ${field.from}) cannot be written; see doctor` },
      })),
    );
    const out = new Set(waiting.map(({ answer }) => answer.sequence));
    return answers.filter(({ sequence }) => !out.has(sequence));
  }
}
