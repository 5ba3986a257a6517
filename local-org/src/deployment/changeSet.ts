import { placeOf } from './componentTypes.ts';
import { componentKey, isSameContent, type ComponentMap, type KeptComponent } from './componentStore.ts';
import { mergedRoot } from './merge.ts';
import { pruneReferences } from './prune.ts';
import type { Component, ComponentName, DeployRequest, Deletion } from './types.ts';

/** One thing that a deployment asks for. */
export type Change = Addition | Removal;

/** A component that is to be there. */
export interface Addition {
  readonly kind: 'add';
  readonly component: Component;
}

/** A component that is to go. */
export interface Removal {
  readonly kind: 'remove';
  readonly deletion: Deletion;
  readonly first: boolean;
}

/** What a request asks for, in the order in which it is done. */
export function changesOf(request: DeployRequest): readonly Change[] {
  return [
    ...request.deleteFirst.map((deletion): Change => ({ kind: 'remove', deletion, first: true })),
    ...request.components.map((component): Change => ({ kind: 'add', component })),
    ...request.deleteLast.map((deletion): Change => ({ kind: 'remove', deletion, first: false })),
  ];
}

/** What became of a change in the candidate. */
export interface Effect {
  readonly change: Change;
  readonly outcome: 'created' | 'changed' | 'unchanged' | 'deleted' | 'missing';
  /** The component as the org will have it, or had it. */
  readonly component?: KeptComponent;
}

/** The org's metadata as it will be. */
export interface Candidate {
  readonly components: ComponentMap;
  readonly effects: ReadonlyMap<Change, Effect>;
  /** Keys of what was deleted, also when it was made again afterwards: its data are gone. */
  readonly deleted: ReadonlySet<string>;
}

export interface Stamp {
  readonly userId: string;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly newId: (type: string) => string;
}

/** Does the changes to a copy. */
export function applyChanges(base: ComponentMap, changes: Iterable<Change>, stamp: Stamp): Candidate {
  const components = new Map(base);
  const effects = new Map<Change, Effect>();
  const deleted = new Set<string>();
  for (const change of changes) {
    effects.set(change, change.kind === 'add' ? add(components, change, stamp) : remove(components, change, deleted));
  }
  const added = new Set([...effects.values()].flatMap(({ change, component }) => (change.kind === 'add' ? (component ?? []) : [])));
  pruneReferences(components, deleted, (component) => added.has(component));
  return { components, effects, deleted };
}

function add(components: Map<string, KeptComponent>, change: Addition, { userId, now, newId }: Stamp): Effect {
  const key = componentKey(change.component);
  const before = components.get(key);
  const component = overEarlier(change.component, before);
  if (before !== undefined && isSameContent(before, component)) return { change, outcome: 'unchanged', component: before };
  const { type, fullName, fileName, root, files } = component;
  const kept: KeptComponent = {
    type,
    fullName,
    fileName,
    ...(root === undefined ? {} : { root }),
    files,
    id: before?.id ?? newId(type),
    createdById: before?.createdById ?? userId,
    createdAt: before?.createdAt ?? now,
    lastModifiedById: userId,
    lastModifiedAt: now,
  };
  components.set(key, kept);
  return { change, outcome: before === undefined ? 'created' : 'changed', component: kept };
}

function overEarlier(component: Component, before: KeptComponent | undefined): Component {
  if (component.root === undefined || before?.root === undefined) return component;
  return { ...component, root: mergedRoot(component.type, component.fullName, before.root, component.root) };
}

function remove(components: Map<string, KeptComponent>, change: Removal, deleted: Set<string>): Effect {
  const key = keyOfDeletion(components, change.deletion);
  const before = components.get(key);
  if (before === undefined) return { change, outcome: 'missing' };
  for (const name of [key, ...partsOf(components, before)]) {
    components.delete(name);
    deleted.add(name);
  }
  return { change, outcome: 'deleted', component: before };
}

/** Folders are deleted as members of the type that they hold: `Report` `MyFolder`. */
function keyOfDeletion(components: ComponentMap, { type, fullName }: ComponentName): string {
  const key = componentKey({ type, fullName });
  const ofFolder = componentKey({ type: `${type}Folder`, fullName });
  return components.has(key) || !components.has(ofFolder) ? key : ofFolder;
}

/** Keys of what goes with an object: its fields and rules, its layouts and its tab. */
function partsOf(components: ComponentMap, { type, fullName }: ComponentName): readonly string[] {
  if (type !== 'CustomObject') return [];
  const object = fullName.toLowerCase();
  const belongs = (component: KeptComponent): boolean =>
    placeOf(component.type, component.fullName).object?.toLowerCase() === object ||
    (component.type === 'Layout' && component.fullName.toLowerCase().startsWith(`${object}-`)) ||
    (component.type === 'CustomTab' && component.fullName.toLowerCase() === object);
  return [...components].filter(([, component]) => belongs(component)).map(([key]) => key);
}

/** The custom objects and fields among deleted components, as the storage names them: `thing__c`, `thing__c.code__c`. */
export function goneWithData(deleted: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...deleted].flatMap((key) => /^(?:customobject|customfield) (?=.*__)(.*)$/u.exec(key)?.[1] ?? []));
}

/** Paths of the components that a deployment made or changed. */
export function changedPaths({ effects }: Candidate): ReadonlySet<string> {
  return new Set(
    [...effects.values()].flatMap(({ outcome, component }) =>
      component !== undefined && (outcome === 'created' || outcome === 'changed') ? [placeOf(component.type, component.fullName).path] : [],
    ),
  );
}
