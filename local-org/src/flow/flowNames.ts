import type { FlowDefinition, FlowElement } from '../metadata/flowTypes.ts';
import { targetsOf } from './ranks.ts';
import type { FlowProblems } from './problems.ts';
import { fieldsOfScreen } from './screens/declareScreen.ts';

const longestName = 80;

/** API names: their form, that each is used once, and elements that no path leads to. */
export function nameProblems(definition: FlowDefinition, problems: FlowProblems): void {
  const seen = new Set<string>();
  for (const { name, element, line } of named(definition)) {
    if (!isApiName(name)) problems.add(element, formProblem(name), line);
    if (seen.has(name)) problems.add(element, `The API name "${name}" is used more than once.`, line);
    seen.add(name);
  }
  for (const element of unreachable(definition)) {
    problems.warn(
      `${element.kind} ${element.name}`,
      `The element "${element.name}" isn't connected to the flow, so it never runs.`,
      element.line,
    );
  }
}

function formProblem(name: string): string {
  if (name.length > longestName) return `The API name "${name}" is longer than ${longestName} characters.`;
  return `The API name "${name}" can only contain underscores and alphanumeric characters. It must be unique, begin with a letter, not include spaces, not end with an underscore, and not contain two consecutive underscores.`;
}

function isApiName(name: string): boolean {
  return name.length <= longestName && /^[A-Za-z](?:_?[A-Za-z0-9])*$/u.test(name);
}

/** Elements, outcomes and resources: they share one space of names. Items of collection filters are not among them. */
function named(definition: FlowDefinition): { readonly name: string; readonly element: string; readonly line: number | undefined }[] {
  const elements = [...definition.elements.values()].flatMap((element) => {
    const own = { name: element.name, element: `${element.kind} ${element.name}`, line: element.line };
    const rules = element.kind === 'decisions' ? element.rules : [];
    const fields = element.kind === 'screens' ? fieldsOfScreen(element.fields).filter(({ name }) => name !== '') : [];
    return [own, ...[...rules, ...fields].map(({ name }) => ({ ...own, name }))];
  });
  const { variables, constants, formulas, textTemplates, choices, choiceSets } = definition;
  const resources = Object.entries({ variables, constants, formulas, textTemplates, choices, dynamicChoiceSets: choiceSets }).flatMap(
    ([kind, list]) => list.map(({ name }) => ({ name, element: `${kind} ${name}`, line: undefined })),
  );
  return [...elements, ...resources];
}

function unreachable(definition: FlowDefinition): FlowElement[] {
  const { start, elements } = definition;
  const reached = new Set<string>();
  const open = [start.connector, ...start.asyncPaths.map((path) => path.connector), ...start.scheduledPaths.map((path) => path.connector)];
  while (open.length > 0) {
    const name = open.pop();
    const element = name === undefined || reached.has(name) ? undefined : elements.get(name);
    if (element === undefined) continue;
    reached.add(element.name);
    open.push(...targetsOf(element));
  }
  return [...elements.values()].filter((element) => !reached.has(element.name));
}
