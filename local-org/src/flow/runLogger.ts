import type { Clock } from '../clock.ts';
import type { CompiledFlow } from './compiledFlow.ts';
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

  constructor(log: FlowRunLog, versions: FlowVersions, clock: Clock) {
    this.log = log;
    this.#versions = versions;
    this.#clock = clock;
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
  }

  /** Interviews that an error of the whole batch stopped, such as a limit. */
  stopped(flow: CompiledFlow, trigger: string, interviews: readonly Interview[], run: FlowRun, error: unknown): void {
    const { used: limits } = run.limits;
    for (const interview of interviews) {
      this.log.add({
        ...this.#about(flow.name, trigger, run.user),
        recordId: interview.recordId,
        outcome: 'failed',
        error: describeError(error),
        element: error instanceof LimitException ? (error.element ?? null) : null,
        limits,
        steps: stepsOf(interview, flow.definition),
      });
    }
  }

  /** Records whose interviews never began. */
  without(flow: string, trigger: string, recordIds: readonly (string | null)[], user: { readonly id: string }, why: NotRun): void {
    for (const recordId of recordIds) {
      const { outcome, error } = why;
      this.log.add({ ...this.#about(flow, trigger, user), recordId, outcome, error, element: null, limits: null, steps: () => [] });
    }
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
