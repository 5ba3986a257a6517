import { reasonKey } from '../../match/keys.ts';
import { isThereAlready, reactionTo } from '../../salesforce/errorReactions.ts';
import { RequestRefused, withoutAddresses } from '../../salesforce/errors.ts';
import { collectionSize } from '../../salesforce/composite.ts';
import type { RecordResult } from '../../salesforce/replies.ts';
import type { BulkLoad } from '../../store/ports/bulkLoads.ts';
import type { PushOutcome, StoredAnswer } from '../../store/store.ts';
import { CallBuilder } from '../callPlan.ts';
import type { PushClock } from '../clock.ts';
import type { Intake } from '../intake.ts';
import { keepNewerInOrg, mustBeLookedUp } from '../newerInOrg.ts';
import { parentObjects } from '../objects.ts';
import { noteResults } from '../noteResults.ts';
import { parentsOf, type KnownParents, type ParentNeed } from '../parents.ts';
import type { PushParts } from '../parts.ts';
import { pushWork, type SaveError } from '../pushWork.ts';
import type { SaveTask } from '../saveTask.ts';
import { sendCall } from '../sendCall.ts';
import type { RunOptions } from '../stream.ts';
import { reasonRecord } from '../wireRecords.ts';
import { assignedOf, Census, responseCells } from './census.ts';
import { cellsOf, Columns, type Cells } from './columns.ts';
import { JobRunner, LoadLeft, type FailedRows, type JobKind } from './jobRunner.ts';

export { leaseMs } from './jobRunner.ts';

/** Changed answers up to this number are left to the stream, which looks at each. */
const fewestChanged = 1_000;
/** Reasons up to this number are created by composite calls. */
const mostReasonsByCalls = 5_000;

/**
 * Brings one load into the org: parents, answers, reasons, each by as few jobs as their size allows (or by calls, where they are few),
 * and notes what became of each answer. What a job could not save for a reason that passes waits again afterwards.
 */
export class LoadRun {
  readonly #parts: PushParts;
  readonly #intake: Intake;
  readonly #known: KnownParents;
  readonly #load: BulkLoad;
  readonly #options: RunOptions;
  readonly #jobs: JobRunner;
  readonly #columns = { account: new Columns(), contact: new Columns(), reason: new Columns() };
  /** Answers that were not saved, by external id, with the reason. */
  #failedNew: FailedRows = new Map();
  #failedChanged: FailedRows | undefined;
  #failedReasons: FailedRows = new Map();
  /** Answers the org turned out to have, which this load changes there. */
  readonly #there = new Set<string>();
  /** Answers of which the org has a newer version. */
  readonly #kept = new Set<string>();
  /** Answers that are left to the stream. */
  readonly #left = new Set<string>();
  #moved = 0;

  constructor(parts: PushParts, intake: Intake, known: KnownParents, clock: PushClock, load: BulkLoad, options: RunOptions) {
    this.#parts = parts;
    this.#intake = intake;
    this.#known = known;
    this.#load = load;
    this.#options = options;
    this.#jobs = new JobRunner(parts, clock, load, options.signal);
  }

  /** @returns how many answers reached their end; undefined when the load was left to be taken up again */
  async run(): Promise<number | undefined> {
    const { store, telemetry } = this.#parts;
    const letGo = this.#jobs.keepHold();
    try {
      const census = await this.#census();
      await this.#parents(census);
      await this.#answers(census);
      await this.#reasons(census);
      await this.#finish();
      await store.endLoad(this.#load.id);
      telemetry.log.info('bulk load ended', { answers: this.#load.answers, moved: this.#moved });
      return this.#moved;
    } catch (thrown) {
      if (thrown instanceof LoadLeft) return undefined;
      if (!(thrown instanceof RequestRefused)) throw thrown;
      // The org does not take bulk jobs (from this user): the answers go by the stream, which says of each what is wrong.
      telemetry.log.warn('the org refuses a bulk job; answers go by the stream', { code: thrown.code });
      await store.endLoad(this.#load.id);
      return 0;
    } finally {
      letGo();
    }
  }

  async #census(): Promise<Census> {
    const census = new Census();
    for await (const page of this.#jobs.pages()) {
      await this.#known.learn(assignedOf(page));
      census.add(page, this.#known, this.#intake.own);
    }
    return census;
  }

  /** Surveys, account pulses, contact pulses: what the org is not known to have. */
  async #parents(census: Census): Promise<void> {
    for (const object of parentObjects) {
      if (census.isByJob(object) && object !== 'PulseSurvey__c') await this.#parentsByJob(object);
      else await this.#parentsByCalls([...(census.missing.get(object)?.first.values() ?? [])]);
    }
  }

  async #parentsByCalls(
    missing: readonly { readonly need: ParentNeed; readonly answer: Parameters<KnownParents['taskFor']>[1] }[],
  ): Promise<void> {
    const results = await this.#inCalls(missing.map(({ need, answer }) => this.#known.taskFor(need, answer)));
    await this.#known.remember(noteResults(results));
  }

  async #parentsByJob(object: 'AccountPulse__c' | 'ContactPulse__c'): Promise<void> {
    const columns = object === 'AccountPulse__c' ? this.#columns.account : this.#columns.contact;
    const needsOf = (page: readonly StoredAnswer[]): Map<string, Cells> => {
      const found = new Map<string, Cells>();
      for (const answer of assignedOf(page)) {
        const need = parentsOf(answer).find((one) => one.object === object);
        if (answer.everPushed || need === undefined || this.#known.has(need) || found.has(need.key)) continue;
        found.set(need.key, cellsOf(this.#known.taskFor(need, answer).record));
      }
      return found;
    };
    for (const name of parentColumns[object]) columns.add({ [name]: '' });
    const failed = await this.#jobs.run({
      name: object,
      request: { object, operation: 'insert' },
      keyField: 'Key__c',
      columns,
      rowsOf: (page) => [...needsOf(page).values()],
    });
    for await (const page of this.#jobs.pages()) {
      const there = [...needsOf(page).keys()].filter((key) => (failed.get(key)?.code ?? 'DUPLICATE_VALUE') === 'DUPLICATE_VALUE');
      await this.#known.remember(there.map((key) => ({ object, key })));
    }
  }

  async #answers(census: Census): Promise<void> {
    if (census.newAnswers > 0) this.#failedNew = await this.#jobs.run(this.#responses('insert', census));
    for (const [externalId, { code, message }] of this.#failedNew) if (isThereAlready(code, message)) this.#there.add(externalId);
    if (this.#there.size + census.changedAnswers < fewestChanged) return;
    if (this.#there.size > 0) await this.#lookAtThose();
    this.#failedChanged = await this.#jobs.run(this.#responses('upsert', census));
  }

  #responses(operation: 'insert' | 'upsert', census: Census): JobKind {
    const isNew = operation === 'insert';
    const rowsOf = (page: readonly StoredAnswer[]): Cells[] =>
      assignedOf(page).flatMap((answer) => {
        const { externalId } = answer;
        const isForThis = isNew ? !answer.everPushed : answer.everPushed || this.#there.has(externalId);
        if (!isForThis || this.#kept.has(externalId) || this.#left.has(externalId)) return [];
        const cells = responseCells(answer, isNew, this.#intake.own);
        return cells === undefined ? [] : [cells];
      });
    return {
      name: isNew ? 'new answers' : 'changed answers',
      request: { object: 'PulseResponse__c', operation, ...(isNew ? {} : { externalIdField: 'ExternalId__c' }) },
      keyField: 'ExternalId__c',
      columns: isNew ? census.newColumns : census.changedColumns,
      rowsOf,
    };
  }

  /** Answers the org has although this store never pushed them: a newer version there is left alone. */
  async #lookAtThose(): Promise<void> {
    for await (const page of this.#jobs.pages()) {
      const works = assignedOf(page)
        .filter(({ externalId }) => this.#there.has(externalId))
        .map(pushWork);
      for (const work of works) work.response = 'update';
      const unknown = works.filter(mustBeLookedUp);
      if (unknown.length > 0) await keepNewerInOrg(this.#parts.client, unknown);
      for (const work of unknown) {
        if (work.counted === 'kept') this.#kept.add(work.answer.externalId);
        else if (work.reasonsGone.size > 0) this.#left.add(work.answer.externalId);
      }
    }
  }

  async #reasons(census: Census): Promise<void> {
    if (census.reasons === 0) return;
    if (census.reasons > mostReasonsByCalls) {
      for (const name of ['Key__c', 'Response__r.ExternalId__c', 'Reason__c', 'GivenBy__c']) this.#columns.reason.add({ [name]: '' });
      this.#failedReasons = await this.#jobs.run({
        name: 'reasons',
        request: { object: 'PulseReason__c', operation: 'insert' },
        keyField: 'Key__c',
        columns: this.#columns.reason,
        rowsOf: (page) => this.#reasonRecords(page).map(({ record }) => cellsOf(record)),
      });
      return;
    }
    const tasks: SaveTask[] = [];
    for await (const page of this.#jobs.pages()) tasks.push(...this.#reasonRecords(page));
    const failed = new Map<string, SaveError>();
    for (const { task, result } of await this.#inCalls(tasks))
      if (!result.success) failed.set(task.key, { object: task.object, code: result.code, message: result.message });
    this.#failedReasons = failed;
  }

  #reasonRecords(page: readonly StoredAnswer[]): SaveTask[] {
    return assignedOf(page).flatMap((answer) => {
      if (this.#kept.has(answer.externalId) || this.#errorOf(answer) !== undefined) return [];
      return (answer.answer.reasons ?? []).map((reason): SaveTask => ({
        object: 'PulseReason__c',
        key: reasonKey(answer.externalId, reason),
        mode: 'create',
        record: reasonRecord(answer.externalId, reason),
      }));
    });
  }

  /** Why the org does not have an answer, or not this version; `undefined` when it has. */
  #errorOf(answer: ReturnType<typeof assignedOf>[number]): SaveError | undefined {
    const { externalId, everPushed } = answer;
    if (this.#kept.has(externalId)) return undefined;
    if (this.#left.has(externalId) || responseCells(answer, !everPushed, this.#intake.own) === undefined) return notInLoad;
    if (everPushed || this.#there.has(externalId))
      return this.#failedChanged === undefined ? notInLoad : this.#failedChanged.get(externalId);
    return this.#failedNew.get(externalId);
  }

  /** Stores what became of each answer. What passes, and what is wrong with the configuration, waits for the stream. */
  async #finish(): Promise<void> {
    const { store, telemetry } = this.#parts;
    const now = Date.now();
    for await (const page of this.#jobs.pages()) {
      const outcomes: PushOutcome[] = [];
      for (const answer of assignedOf(page)) {
        const outcome = this.#outcomeOf(answer);
        if (outcome === undefined) continue;
        outcomes.push(outcome);
        const counted = this.#kept.has(answer.externalId)
          ? 'kept'
          : answer.everPushed || this.#there.has(answer.externalId)
            ? 'updated'
            : 'created';
        if (outcome.state === 'pushed') {
          this.#options.counts[counted]++;
          telemetry.observe('customer_pulse_answer_seconds', Math.max(0, now - Date.parse(answer.receivedAt)) / 1000);
        }
        telemetry.count('customer_pulse_answers_pushed_total', 1, { outcome: outcome.state === 'pushed' ? counted : outcome.state });
      }
      await store.finish(outcomes);
      this.#moved += outcomes.length;
      this.#options.advance(outcomes.length);
    }
  }

  #outcomeOf(answer: ReturnType<typeof assignedOf>[number]): PushOutcome | undefined {
    const { sequence, contentHash, externalId } = answer;
    const error = this.#errorOf(answer) ?? this.#reasonErrorOf(answer);
    if (error === undefined) return { sequence, contentHash, state: 'pushed', reasons: answer.answer.reasons ?? answer.pushedReasons };
    if (reactionTo(error.code, error.message) !== 'dead letter') return undefined;
    // Of an answer that is in the org already only the stream can say what is wrong.
    if (answer.everPushed || this.#there.has(externalId) || error.object !== 'PulseResponse__c') return undefined;
    return {
      sequence,
      contentHash,
      state: 'dead',
      error: { code: error.code, reason: `${error.object}: ${withoutAddresses(error.message)}` },
    };
  }

  #reasonErrorOf({ externalId, answer }: StoredAnswer): SaveError | undefined {
    if (this.#kept.has(externalId)) return undefined;
    const errors = (answer.reasons ?? []).flatMap((reason) => this.#failedReasons.get(reasonKey(externalId, reason)) ?? []);
    return errors.find(({ code }) => code !== 'DUPLICATE_VALUE');
  }

  /** Sends tasks by composite calls, several at a time. */
  async #inCalls(tasks: readonly SaveTask[]): Promise<readonly { readonly task: SaveTask; readonly result: RecordResult }[]> {
    const { client, settings } = this.#parts;
    const plans: CallBuilder[] = [];
    for (const task of tasks) if (plans.at(-1)?.add(task) !== true) plans.push(withTask(task));
    const results: { task: SaveTask; result: RecordResult }[] = [];
    for (let start = 0; start < plans.length; start += settings.callsInFlight) {
      await this.#jobs.hold();
      const some = plans.slice(start, start + settings.callsInFlight);
      const answers = await Promise.all(some.map((builder) => sendCall(client, builder.plan(), collectionSize, this.#options.signal)));
      results.push(...answers.flat());
    }
    return results;
  }
}

/** The columns of the jobs that create parents. */
const parentColumns = {
  AccountPulse__c: ['Key__c', 'Account__c'],
  ContactPulse__c: ['Key__c', 'AccountPulse__r.Key__c', 'Contact__c', 'Lead__c'],
} as const;

const notInLoad: SaveError = { object: 'PulseResponse__c', code: 'PROCESSING_HALTED', message: 'left to the stream' };

function withTask(task: SaveTask): CallBuilder {
  const builder = new CallBuilder(collectionSize);
  builder.add(task);
  return builder;
}
