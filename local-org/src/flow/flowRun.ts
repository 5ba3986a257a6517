import type { Schema } from '../schema/types.ts';
import type { RequestUser } from '../requestUser.ts';
import type { RecordSaver, SaveError } from '../save/types.ts';
import type { QueryService } from '../soql/types.ts';
import { SalesforceError } from '../errors.ts';
import type { ActionServices } from './actions/types.ts';
import type { CompiledElement, Exit } from './compiledFlow.ts';
import type { FlowRecord } from './data.ts';
import { describeForLog, FlowFault, LimitException } from './faults.ts';
import type { Interview } from './interview.ts';
import { firstVersionWithoutElementLimit, mostElements, type TransactionLimits } from './limits.ts';
import { modeOf, runningUser } from './runMode.ts';
import { lacksParents, ParentLoader, type RecordReader } from './parents.ts';
import { tellBatch, tellElement } from './watch.ts';

/** What flows reach of the org. */
export interface FlowServices {
  readonly schema: Schema;
  readonly reader: RecordReader;
  readonly queries: QueryService;
  readonly records: RecordSaver;
  /** What actions reach beyond records; absent where no action is run. */
  readonly actions?: ActionServices;
  /** Elements that fail whenever they query or save, for tests of fault paths: the fault's message, or undefined. */
  readonly failing?: (flow: string, element: string) => string | undefined;
}

/** How many steps pass between two looks at the clock. */
const stepsBetweenLooks = 1024;

/**
 * Runs the interviews of one batch side by side. Each goes on alone until it
 * meets an element that queries or saves; those waiting at the same element then
 * run it together, as one query or one save, as the platform does.
 */
export class FlowRun {
  readonly services: FlowServices;
  readonly limits: TransactionLimits;
  /** Who started the run. */
  readonly #startedBy: RequestUser;
  #user: RequestUser;
  readonly #parents: ParentLoader;
  #steps = 0;

  constructor(services: FlowServices, limits: TransactionLimits, user: RequestUser) {
    this.services = services;
    this.limits = limits;
    this.#startedBy = user;
    this.#user = user;
    this.#parents = new ParentLoader(services.schema, services.reader);
  }

  /** Who queries and saves for the element that runs: in user or in system mode, as its flow runs. */
  get user(): RequestUser {
    return this.#user;
  }

  /** Runs them to their end. @throws LimitException when the transaction exceeds a governor limit */
  run(interviews: readonly Interview[]): void {
    tellBatch(interviews);
    this.limits.cpu.counted(() => this.#runAll(interviews));
  }

  #runAll(interviews: readonly Interview[]): void {
    let waiting: Interview[] = [];
    const advance = (interview: Interview): void => {
      if (this.#advance(interview)) waiting.push(interview);
    };
    interviews.forEach(advance);
    while (waiting.length > 0) {
      const group = furthestBehind(waiting);
      const element = group[0]?.next;
      waiting = waiting.filter((interview) => interview.next !== element);
      this.limits.checkTime();
      this.limits.cpu.paused(() => this.#runGroup(group));
      group.forEach(advance);
    }
  }

  /** Loads the parents that the expressions read. */
  loadParents(needs: CompiledElement['needs'], interviews: readonly Interview[]): void {
    if (needs.length > 0) this.#parents.load(needs, interviews);
  }

  /** Loads the parents of records that are no `$Record` or variable of their own, such as the items of a collection. */
  loadParentsOf(records: readonly FlowRecord[], hops: readonly (readonly string[])[]): void {
    this.#parents.loadOf(records, hops);
  }

  /** The element is done: the interview goes on behind it. */
  proceed(interview: Interview, exit: Exit): void {
    interview.next = exit.target;
  }

  /** The element failed: the fault path takes over, or the interview ends. */
  fault(interview: Interview, element: CompiledElement, fault: FlowFault): void {
    interview.remark(`failed: ${describeForLog(fault)}`);
    if (element.fault?.target === undefined) {
      interview.failure = fault;
      return;
    }
    tellElement('fault path', interview, element.name);
    interview.faultMessage = fault.message;
    interview.next = element.fault.target;
  }

  /**
   * Does the same for each interview of a group; one that cannot be done faults alone.
   * Gives what was done, by interview.
   */
  prepare<Result>(
    interviews: readonly Interview[],
    element: CompiledElement,
    work: (interview: Interview) => Result,
  ): Map<Interview, Result> {
    const done = new Map<Interview, Result>();
    for (const interview of interviews) {
      try {
        done.set(interview, work(interview));
      } catch (error) {
        if (!(error instanceof FlowFault)) throw error;
        this.fault(interview, element, error);
      }
    }
    return done;
  }

  /** Goes on until the end (false) or an element that waits for others (true). */
  #advance(interview: Interview): boolean {
    for (;;) {
      const element = interview.next;
      if (interview.failure !== undefined || interview.waitsAt !== undefined) return false;
      if (element === undefined) {
        if (!leaveSubflow(interview)) return false;
        continue;
      }
      if (element.step === undefined || (element.needs.length > 0 && lacksParents(element.needs, interview))) return true;
      this.#step(interview, element, element.step);
    }
  }

  #step(interview: Interview, element: CompiledElement, step: NonNullable<CompiledElement['step']>): void {
    this.#steps += 1;
    if (this.#steps % stepsBetweenLooks === 0) this.limits.checkTime();
    visit(interview, element);
    try {
      interview.next = step(interview);
    } catch (error) {
      if (!(error instanceof FlowFault)) throw error;
      this.fault(interview, element, error);
    }
  }

  #runGroup(group: readonly Interview[]): void {
    const [first] = group;
    const element = first?.next;
    if (first === undefined || element === undefined) return;
    this.loadParents(element.needs, group);
    if (element.runGroup === undefined) return;
    if (this.#startedBy.access !== undefined) {
      this.#user = runningUser(this.#startedBy, modeOf(first), this.services.schema);
    }
    tellBatch(group);
    for (const interview of group) visit(interview, element);
    const failure = this.services.failing?.(first.flow.name, element.name);
    if (failure !== undefined) {
      for (const interview of group) this.fault(interview, element, new FlowFault(element.name, failure));
      return;
    }
    try {
      element.runGroup(group, this);
    } catch (error) {
      if (error instanceof LimitException) error.element ??= element.name;
      throw error;
    }
  }
}

/** Notes that the interview is at the element. @throws LimitException when an older flow runs too many */
function visit(interview: Interview, element: CompiledElement): void {
  interview.visited.push(element.name);
  tellElement('visited', interview, element.name);
  if (interview.visited.length > mostElements && Number(interview.flow.definition.apiVersion) < firstVersionWithoutElementLimit) {
    throw new LimitException('Number of iterations exceeded');
  }
}

/** Interviews that wait at one element: the one that comes first in the flow. */
function furthestBehind(waiting: readonly Interview[]): readonly Interview[] {
  const [first, ...others] = waiting;
  if (first === undefined) return [];
  const earliest = others.reduce((best, candidate) => (isBefore(candidate, best) ? candidate : best), first);
  return waiting.filter((interview) => interview.next === earliest.next);
}

function isBefore(left: Interview, right: Interview): boolean {
  if (left.next === right.next) return false;
  const from = place(left);
  const to = place(right);
  for (let depth = 0; depth < Math.max(from.length, to.length); depth += 1) {
    const difference = (from[depth] ?? -1) - (to[depth] ?? -1);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

function place(interview: Interview): readonly number[] {
  return [...interview.frames.map((frame) => frame.element.rank), interview.next?.rank ?? 0];
}

/** Hands the subflow's outputs to its caller; false when there is none. */
function leaveSubflow(interview: Interview): boolean {
  const frame = interview.frames.pop();
  if (frame === undefined) return false;
  const { outputs } = interview.flow;
  const { data } = interview;
  interview.flow = frame.flow;
  interview.data = frame.data;
  interview.next = frame.element.finish?.(interview, (name) => data[outputs.get(name)?.slot ?? -1] ?? null);
  return true;
}

/** The errors of a refused query, in the shape of save errors. */
export function errorsOf(error: unknown): readonly SaveError[] | undefined {
  if (!(error instanceof SalesforceError)) return undefined;
  return [{ statusCode: error.errorCode, message: error.message, fields: error.fields }];
}
