import type { MetadataProblem } from '../errors.ts';
import { writeXml } from '../metadata/writeXml.ts';
import type { Candidate, Change } from './changeSet.ts';
import { placeOf } from './componentTypes.ts';
import { componentKey, type KeptComponent } from './componentStore.ts';

/** A problem and the change of the deployment that brought it. */
export interface Blamed {
  readonly change: Change;
  readonly problem: MetadataProblem;
  /** The component of the org in which the problem shows, when it is not the changed one. */
  readonly shownIn?: KeptComponent;
}

/**
 * Finds for each problem the change that caused it. Most lie in a file of the
 * deployment. One that shows in a component that the org had before was caused
 * by a change of something that this component names.
 */
export function blame(problems: readonly MetadataProblem[], candidate: Candidate): readonly Blamed[] {
  const byPath = new Map(
    [...candidate.components.values()].map((component) => [placeOf(component.type, component.fullName).path, component]),
  );
  const changes = new Map<KeptComponent, Change>();
  for (const [change, { component }] of candidate.effects) {
    if (change.kind === 'add' && component !== undefined) changes.set(component, change);
  }
  return problems.flatMap((problem): readonly Blamed[] => {
    const shownIn = byPath.get(problem.file) ?? byPath.get(metaPathOf(problem.file));
    const own = shownIn === undefined ? undefined : changes.get(shownIn);
    if (own !== undefined) return [{ change: own, problem }];
    if (problem.warning === true) return [];
    const causes = causesOf(problem, shownIn, candidate);
    return causes.map((change) => ({ change, problem, ...(shownIn === undefined ? {} : { shownIn }) }));
  });
}

/** The meta file of the bundle in which a file lies. */
function metaPathOf(file: string): string {
  const [folder = '', bundle = ''] = file.split('/');
  return folder === 'lwc' ? `lwc/${bundle}/${bundle}.js-meta.xml` : file;
}

function causesOf(problem: MetadataProblem, shownIn: KeptComponent | undefined, candidate: Candidate): readonly Change[] {
  const effective = [...candidate.effects.values()].filter(({ outcome }) => outcome !== 'unchanged' && outcome !== 'missing');
  const texts = [problem.message, `${problem.file} ${problem.element ?? ''}`, shownIn?.root === undefined ? '' : writeXml(shownIn.root)];
  for (const text of texts) {
    for (const kind of ['remove', 'add'] as const) {
      const named = effective.filter(({ change }) => change.kind === kind && isNamedIn(change, text));
      if (named.length > 0) return named.map(({ change }) => change);
    }
  }
  // What an object says of its own parts names none of them: a second master, a sharing model that does not fit.
  const parts = effective.filter(({ change }) => shownIn !== undefined && isPartOf(change, shownIn.fullName));
  return (parts.length > 0 ? parts : effective).map(({ change }) => change);
}

function isPartOf(change: Change, objectName: string): boolean {
  const { fullName } = change.kind === 'add' ? change.component : change.deletion;
  return fullName.toLowerCase().startsWith(`${objectName}.`.toLowerCase());
}

function isNamedIn(change: Change, text: string): boolean {
  const { fullName } = change.kind === 'add' ? change.component : change.deletion;
  const own = fullName.slice(fullName.lastIndexOf('.') + 1);
  const pattern = new RegExp(String.raw`(?<![\w])${own.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)}(?![\w])`, 'iu');
  return pattern.test(text);
}

/** Key of what a change is about. */
export function keyOfChange(change: Change): string {
  return componentKey(change.kind === 'add' ? change.component : change.deletion);
}
