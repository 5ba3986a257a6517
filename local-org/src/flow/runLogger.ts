import type { Clock } from '../clock.ts';
import type { CompiledFlow } from './compiledFlow.ts';
import type { FaultEmails } from './faultEmails.ts';
import { describeForLog, LimitException } from './faults.ts';
import type { FlowRun } from './flowRun.ts';
import type { FlowVersions } from './flowVersions.ts';
import type { Interview } from './interview.ts';
import type { FlowRunLog, FlowRunOutcome } from './runLog.ts';
import { stepsOf } from './runSteps.ts';

/** Writes down what became of interviews. */
export class RunLogger {
  readonly log: FlowRunLog;
  readonly #versions: FlowVersions;
  readonly #clock: Clock;
  readonly #emails: FaultEmails;

  constructor(log: FlowRunLog, parts: { versions: FlowVersions; clock: Clock; emails: FaultEmails }) {
    this.log = log;
    this.#versions = parts.versions;
    this.#clock = parts.clock;
    this.#emails = parts.emails;
  }

  /** Interviews that came to their end, or failed by themselves. */
  ended(flow: CompiledFlow, trigger: string, interviews: readonly Interview[], run: FlowRun): void {
    const limits = run.limits.used;
    for (const interview of interviews) {
      const { failure, customErrors } = interview;
      this.log.add({
        ...this.#about(flow.name, trigger, run.user),
        recordId: interview.recordId,
        outcome: failure !== undefined ? 'failed' : customErrors.length > 0 ? 'refused record' : 'completed',
        error: failure === undefined ? null : describeForLog(failure),
        element: failure?.element ?? null,
        limits,
        steps: stepsOf(interview, flow.definition),
      });
    }
    this.#tellOfFailures(flow, trigger, interviews, run);
  }

  /** Interviews that an error of the whole batch stopped, such as a limit. */
  stopped(flow: CompiledFlow, trigger: string, interviews: readonly Interview[], run: FlowRun, error: unknown): void {
    const { used: limits } = run.limits;
    const element = error instanceof LimitException ? (error.element ?? null) : null;
    for (const interview of interviews) {
      this.log.add({
        ...this.#about(flow.name, trigger, run.user),
        recordId: interview.recordId,
        outcome: 'failed',
        error: describeError(error),
        element,
        limits,
        steps: stepsOf(interview, flow.definition),
      });
    }
    this.#email(flow, trigger, interviews, run, element, describeError(error));
  }

  /** Records whose interviews never began. */
  without(flow: string, trigger: string, recordIds: readonly (string | null)[], user: { readonly id: string }, why: NotRun): void {
    for (const recordId of recordIds) {
      const { outcome, error } = why;
      this.log.add({ ...this.#about(flow, trigger, user), recordId, outcome, error, element: null, limits: null, steps: () => [] });
    }
  }

  /** One e-mail for each element that failed and each reason. */
  #tellOfFailures(flow: CompiledFlow, trigger: string, interviews: readonly Interview[], run: FlowRun): void {
    const failed = interviews.filter((interview) => interview.failure !== undefined);
    if (failed.length === 0) return;
    const groups = Map.groupBy(failed, ({ failure }) => `${failure?.element ?? ''}: ${describeForLog(failure)}`);
    for (const group of groups.values()) {
      const failure = group[0]?.failure;
      this.#email(flow, trigger, group, run, failure?.element ?? null, describeForLog(failure));
    }
  }

  #email(
    flow: CompiledFlow,
    trigger: string,
    interviews: readonly Interview[],
    { user }: FlowRun,
    element: string | null,
    message: string,
  ): void {
    this.#emails.add({ flow, version: this.#versions.of(flow.name).number, trigger, user, element, message, interviews });
  }

  #about(
    flow: string,
    trigger: string,
    user: { readonly id: string },
  ): { at: number; flow: string; version: number; trigger: string; userId: string } {
    return { at: this.#clock.now(), flow, version: this.#versions.of(flow).number, trigger, userId: user.id };
  }
}

/** Why an interview did not begin. */
export interface NotRun {
  readonly outcome: FlowRunOutcome;
  readonly error: string | null;
}

export function describeError(error: unknown): string {
  return error instanceof LimitException ? `System.LimitException: ${error.message}` : describeForLog(error);
}
