import type { Step, StepState } from 'c/setupStep';

/** What is known of the steps, by key; a step that has not told yet is being checked. */
export type StepStates = Readonly<Record<string, StepState>>;

export interface Progress {
  readonly done: number;
  readonly all: number;
  /** Steps that have not told yet. */
  readonly checking: number;
  /** The first step that is left to do; what is missing comes before what nobody could see. */
  readonly next: Step | undefined;
}

/** How far the setup is: what is done or not needed counts. */
export function progressOf(steps: readonly Step[], states: StepStates): Progress {
  const inState = (...wanted: readonly StepState[]): Step[] => steps.filter(({ key }) => wanted.includes(states[key] ?? 'checking'));
  return {
    done: inState('done', 'notNeeded').length,
    all: steps.length,
    checking: inState('checking').length,
    next: inState('missing')[0] ?? inState('unseen')[0],
  };
}

/** Whether a step is still to do, as far as is known. */
export function isOpen(step: Step, states: StepStates): boolean {
  const state = states[step.key];
  return state !== 'done' && state !== 'notNeeded';
}
