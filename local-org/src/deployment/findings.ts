import type { MetadataProblem } from '../errors.ts';
import type { Blamed } from './blame.ts';
import type { Candidate, Change } from './changeSet.ts';
import { child } from '../metadata/xmlTree.ts';
import { executedTypes } from '../metadata/executedTypes.ts';
import type { ComponentProblem, ComponentResult, DeployOutcome } from './types.ts';

/** What was found out about the changes of one deployment. */
export class Findings {
  readonly #errors = new Map<Change, ComponentProblem[]>();
  #warnings = new Map<Change, ComponentProblem[]>();

  get failures(): number {
    return this.#errors.size;
  }

  isFailed(change: Change): boolean {
    return this.#errors.has(change);
  }

  /** Takes the problems of one attempt; warnings are those of the last. */
  add(found: readonly Blamed[]): void {
    this.#warnings = new Map();
    for (const blamed of found) {
      const problems = blamed.problem.warning === true ? this.#warnings : this.#errors;
      const list = problems.get(blamed.change) ?? [];
      const problem = componentProblem(blamed);
      if (!list.some((told) => saysTheSame(told, problem))) list.push(problem);
      problems.set(blamed.change, list);
    }
  }

  outcome(changes: readonly Change[], effects: Candidate['effects'], rollbackOnError: boolean): DeployOutcome {
    const components = changes.map((change) => this.#result(change, effects));
    const failed = components.filter(({ success }) => !success).length;
    const status = failed === 0 ? 'Succeeded' : rollbackOnError || failed === components.length ? 'Failed' : 'SucceededPartial';
    return { status, components };
  }

  #result(change: Change, effects: Candidate['effects']): ComponentResult {
    const { type, fullName, fileName } = change.kind === 'add' ? change.component : change.deletion;
    const errors = this.#errors.get(change);
    const name = { type, fullName, fileName };
    if (errors !== undefined) return { ...name, success: false, created: false, changed: false, deleted: false, problems: errors };
    const effect = effects.get(change);
    const outcome = effect?.outcome ?? 'unchanged';
    return {
      ...name,
      ...(effect?.component === undefined ? {} : { id: effect.component.id }),
      success: true,
      created: outcome === 'created',
      changed: outcome === 'created' || outcome === 'changed' || outcome === 'deleted',
      deleted: outcome === 'deleted',
      problems: [...(this.#warnings.get(change) ?? []), ...standingWarnings(change, outcome)],
    };
  }
}

function standingWarnings(change: Change, outcome: string): readonly ComponentProblem[] {
  if (change.kind === 'remove') {
    const { type, fullName } = change.deletion;
    return outcome === 'missing' ? [{ kind: 'Warning', message: `No ${type} named: ${fullName} found` }] : [];
  }
  const { type } = change.component;
  return executedTypes.has(type) ? [] : [{ kind: 'Warning', message: `stored, not run: local-org keeps ${type} and does not run it` }];
}

function componentProblem({ change, problem, shownIn }: Blamed): ComponentProblem {
  const kind = problem.warning === true ? 'Warning' : 'Error';
  if (shownIn !== undefined && change.kind === 'remove') return { kind, message: stillUsed(change.deletion.type, problem, shownIn) };
  const text = messageOf(problem);
  if (shownIn !== undefined) return { kind, message: `${text} (${shownIn.type} ${shownIn.fullName})` };
  const isBundle = problem.file.startsWith('lwc/') && !problem.file.endsWith('-meta.xml');
  return {
    kind,
    message: text,
    ...(isBundle ? { file: problem.file } : {}),
    ...(isBundle && problem.line === undefined ? {} : lineOf(change, problem)),
  };
}

/** Where a problem is: in its own line, else where the element that it names begins, else where the component does. */
function lineOf(change: Change, { line, element }: MetadataProblem): { readonly line?: number } {
  if (line !== undefined) return { line };
  const root = change.kind === 'add' ? change.component.root : undefined;
  if (root === undefined) return {};
  const [name = ''] = (element ?? '').split(/[ .]/u);
  return { line: (child(root, name) ?? root).line };
}

/** Where something is used is told once, however often that component uses it. */
function saysTheSame(one: ComponentProblem, other: ComponentProblem): boolean {
  const usage = (message: string): string => message.replace(/( : \w+ - \S+) \(.*\)$/su, '$1');
  return usage(one.message) === usage(other.message) && one.line === other.line;
}

function stillUsed(type: string, problem: MetadataProblem, { type: usedBy, fullName }: { type: string; fullName: string }): string {
  const what = type.replaceAll(/(?<=[a-z])(?=[A-Z])/gu, ' ').toLowerCase();
  const where = `${usedBy} - ${fullName} (${messageOf(problem)})`;
  return `This ${what} is referenced elsewhere in Salesforce. Remove the usage and try again. : ${where}`;
}

/** The message with the element that it is about, unless it names it itself. */
function messageOf({ element, message }: MetadataProblem): string {
  return element === undefined || message.includes(element) ? message : `${message} (${element})`;
}
