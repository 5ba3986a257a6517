import type { FlowDefinition, FlowElement } from '../metadata/flowTypes.ts';
import type { Interview } from './interview.ts';
import type { FlowStep } from './runLog.ts';

/** Steps that the log holds of one run. */
const mostSteps = 200;

/** Tells an interview's way through its flow, later: only what is needed for it is kept. */
export function stepsOf(interview: Interview, definition: FlowDefinition): () => readonly FlowStep[] {
  const { visited, remarks } = interview;
  return () => {
    const steps = visited.slice(0, mostSteps).map((name, place) => stepOf(name, definition.elements.get(name), remarks.get(place)));
    const left = visited.length - mostSteps;
    return left > 0 ? [...steps, { element: `and ${left} more` }] : steps;
  };
}

function stepOf(element: string, found: FlowElement | undefined, remark: string | undefined): FlowStep {
  if (found === undefined) return remark === undefined ? { element } : { element, did: remark };
  const did = [whatItDoes(found), remark].filter((part) => part !== undefined).join('; ');
  return did === '' ? { element, type: found.kind } : { element, type: found.kind, did };
}

/** Names only: what people wrote stays where it is. */
function whatItDoes(element: FlowElement): string | undefined {
  switch (element.kind) {
    case 'assignments':
      return element.items.length === 0 ? undefined : `sets ${names(element.items.map((item) => item.to))}`;
    case 'recordCreates':
    case 'recordUpdates': {
      const what = element.inputReference ?? element.object ?? '';
      const fields = element.assignments.map((assignment) => assignment.field);
      return fields.length === 0 ? `saves ${what}` : `saves ${what}: ${names(fields)}`;
    }
    case 'recordDeletes':
      return `deletes ${element.inputReference ?? element.object ?? ''}`;
    case 'recordLookups':
      return `reads ${element.object}`;
    case 'loops':
      return `over ${element.collection}`;
    case 'subflows':
      return `calls ${element.flowName}`;
    default:
      return undefined;
  }
}

function names(list: readonly string[]): string {
  const distinct = [...new Set(list)];
  return distinct.length > 20 ? `${distinct.slice(0, 20).join(', ')}, …` : distinct.join(', ');
}
