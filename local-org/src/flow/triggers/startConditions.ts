import type { CompiledFlow } from '../compiledFlow.ts';
import { FlowFault } from '../faults.ts';
import { asBefore } from '../elements/decision.ts';
import type { FlowRun } from '../flowRun.ts';
import { priorSlot, type Interview } from '../interview.ts';

/** Whether the flow wants records that are created or updated so. */
export function startsOn(flow: CompiledFlow, operation: 'insert' | 'update' | 'delete'): boolean {
  const { start } = flow.definition;
  return operation === 'insert' ? start.onCreate : operation === 'update' && start.onUpdate;
}

/** The interviews whose records meet the flow's entry conditions. One whose conditions cannot be told fails. */
export function thoseThatEnter(flow: CompiledFlow, interviews: readonly Interview[], run: FlowRun): readonly Interview[] {
  const { entry, definition } = flow;
  if (entry === undefined) return interviews;
  run.loadParents(entry.needs, interviews);
  const holds = (interview: Interview): boolean => {
    try {
      return entry.holds(interview);
    } catch (error) {
      if (!(error instanceof FlowFault)) throw error;
      interview.failure = error;
      return true;
    }
  };
  const entering = interviews.filter(holds);
  if (!definition.start.onlyWhenChanged) return entering;
  return entering.filter((interview) => {
    if (interview.data[priorSlot] === null) return true;
    return asBefore(interview, () => {
      run.loadParents(entry.needs, [interview]);
      return !holds(interview);
    });
  });
}

/**
 * The platform's order: trigger order 1 to 1,000, then flows without one, then
 * 1,001 to 2,000; among equals by name.
 */
export function inTriggerOrder(left: CompiledFlow, right: CompiledFlow): number {
  const from = left.definition.triggerOrder ?? 1000.5;
  const to = right.definition.triggerOrder ?? 1000.5;
  return from - to || (left.name < right.name ? -1 : Number(left.name > right.name));
}
