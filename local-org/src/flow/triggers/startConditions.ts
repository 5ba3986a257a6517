import type { CompiledFlow } from '../compiledFlow.ts';
import { FlowFault } from '../faults.ts';
import { asBefore } from '../elements/decision.ts';
import type { FlowRun } from '../flowRun.ts';
import { priorSlot, type Interview } from '../interview.ts';

/** Whether the flow wants records that are created, updated or deleted. */
export function startsOn(flow: CompiledFlow, operation: 'insert' | 'update' | 'delete'): boolean {
  const { onCreate, onUpdate, onDelete } = flow.definition.start;
  return { insert: onCreate, update: onUpdate, delete: onDelete }[operation];
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
