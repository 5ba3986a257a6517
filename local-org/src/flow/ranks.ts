import type { FlowDefinition, FlowElement } from '../metadata/flowTypes.ts';
import type { CompiledElement } from './compiledFlow.ts';

/**
 * Numbers the elements so that each comes before those that it leads to (loops
 * back aside). Interviews that took different paths then wait for each other
 * where the paths meet.
 */
export function rankElements(definition: FlowDefinition, compiled: ReadonlyMap<string, CompiledElement>): void {
  const finished: string[] = [];
  const seen = new Set<string>();
  const visit = (name: string | undefined): void => {
    const element = name === undefined ? undefined : definition.elements.get(name);
    if (element === undefined || seen.has(element.name)) return;
    seen.add(element.name);
    for (const next of targetsOf(element)) visit(next);
    finished.push(element.name);
  };
  for (const path of [...definition.start.asyncPaths, ...definition.start.scheduledPaths]) visit(path.connector);
  visit(definition.start.connector);
  finished.reverse().forEach((name, rank) => {
    const element = compiled.get(name);
    if (element !== undefined) element.rank = rank;
  });
}

/** Where an element can lead: what must run last comes first, since the numbering runs backwards. */
export function targetsOf(element: FlowElement): readonly (string | undefined)[] {
  switch (element.kind) {
    case 'decisions':
      return [...element.rules.map((rule) => rule.connector), element.defaultConnector];
    case 'loops':
      return [element.noMoreValuesConnector, element.nextValueConnector];
    case 'recordLookups':
    case 'recordCreates':
    case 'recordUpdates':
    case 'recordDeletes':
    case 'actionCalls':
      return [element.faultConnector, element.connector];
    default:
      return [element.connector];
  }
}
