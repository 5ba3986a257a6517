import { child, children, childText, type XmlElement } from '../../../metadata/xmlTree.ts';
import type { Org } from '../../../org.ts';

/** An element of a flow, as its file has it. */
export interface ListedElement {
  readonly name: string;
  readonly label: string;
  /** `Get records`, `Decision`. */
  readonly kind: string;
  readonly description: string;
  /** Names of the elements that may come next. */
  readonly next: readonly string[];
}

/** A flow as Setup lists it. */
export interface ListedFlow {
  readonly name: string;
  readonly label: string;
  /** `Active`, `Draft`, `Obsolete`. */
  readonly status: string;
  /** Whether it runs here. */
  readonly runs: boolean;
  readonly description: string;
  readonly apiVersion: string;
  /** Object on whose records it starts. */
  readonly object: string | undefined;
  /** What starts it, in words. */
  readonly start: string;
  readonly first: readonly string[];
  readonly elements: readonly ListedElement[];
  readonly isTemplate: boolean;
  readonly changedAt: number;
  readonly changedById: string;
}

const kinds: Readonly<Record<string, string>> = {
  actionCalls: 'Action',
  assignments: 'Assignment',
  collectionProcessors: 'Collection filter or sort',
  customErrors: 'Custom error',
  decisions: 'Decision',
  loops: 'Loop',
  recordCreates: 'Create records',
  recordDeletes: 'Delete records',
  recordLookups: 'Get records',
  recordRollbacks: 'Roll back records',
  recordUpdates: 'Update records',
  screens: 'Screen',
  subflows: 'Subflow',
  transforms: 'Transform',
  waits: 'Pause',
};

/** The org's flows by label. */
export function flowsOf({ deployments }: Org): readonly ListedFlow[] {
  return deployments
    .list('Flow')
    .flatMap(({ fullName, root, runs, lastModifiedAt, lastModifiedById }) =>
      root === undefined ? [] : [{ ...listed(fullName, root), runs, changedAt: lastModifiedAt, changedById: lastModifiedById }],
    )
    .toSorted((one, other) => one.label.localeCompare(other.label, 'en'));
}

function listed(name: string, root: XmlElement): Omit<ListedFlow, 'runs' | 'changedAt' | 'changedById'> {
  const start = child(root, 'start');
  const first = start === undefined ? [] : targetsOf(start);
  return {
    name,
    label: childText(root, 'label') ?? name,
    status: childText(root, 'status') ?? 'Draft',
    description: childText(root, 'description') ?? '',
    apiVersion: childText(root, 'apiVersion') ?? '',
    object: start === undefined ? undefined : childText(start, 'object'),
    start: startText(root, start),
    first,
    elements: inOrder(
      root.children.flatMap((element) => elementOf(element)),
      first,
    ),
    isTemplate: childText(root, 'isTemplate') === 'true',
  };
}

/** Elements in the order in which an interview may come to them; last those that nothing leads to. */
function inOrder(elements: readonly ListedElement[], first: readonly string[]): readonly ListedElement[] {
  const byName = new Map(elements.map((element) => [element.name, element]));
  const found = new Set<ListedElement>();
  const waiting = [...first];
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    const element = byName.get(name);
    if (element === undefined || found.has(element)) continue;
    found.add(element);
    waiting.unshift(...element.next);
  }
  return [...new Set([...found, ...elements])];
}

function elementOf(element: XmlElement): readonly ListedElement[] {
  const kind = kinds[element.name];
  const name = childText(element, 'name');
  if (kind === undefined || name === undefined) return [];
  const [label, description] = [childText(element, 'label') ?? name, childText(element, 'description') ?? ''];
  return [{ name, label, kind, description, next: targetsOf(element) }];
}

/** Every connector inside, in the order of the file. */
function targetsOf(element: XmlElement): readonly string[] {
  const here = /connector$/iu.test(element.name) ? (childText(element, 'targetReference') ?? []) : [];
  return [...new Set([here, ...element.children.map(targetsOf)].flat())];
}

function startText(root: XmlElement, start: XmlElement | undefined): string {
  if (childText(root, 'processType') === 'Flow') return 'Screen flow';
  const trigger = start === undefined ? undefined : childText(start, 'triggerType');
  if (start === undefined || trigger === undefined) return 'Called by others';
  const saved = { Create: 'created', Update: 'updated', CreateAndUpdate: 'created or updated', Delete: 'deleted' };
  const event = Object.entries(saved).find(([type]) => type === childText(start, 'recordTriggerType'))?.[1] ?? 'saved';
  if (trigger === 'RecordBeforeSave') return `Before a record is ${event}`;
  if (trigger === 'RecordBeforeDelete') return 'Before a record is deleted';
  if (trigger === 'RecordAfterSave') return `After a record is ${event}${pathsText(start)}`;
  if (trigger === 'PlatformEvent') return 'When a platform event is published';
  const schedule = child(start, 'schedule');
  const frequency = schedule === undefined ? '' : (childText(schedule, 'frequency') ?? '').toLowerCase();
  return trigger === 'Scheduled' ? `By the clock, ${frequency}` : trigger;
}

/** Which paths a flow has beside the one in the save. */
function pathsText(start: XmlElement): string {
  const types = children(start, 'scheduledPaths').map((path) => childText(path, 'pathType') ?? 'time');
  const parts = [
    types.includes('AsyncAfterCommit') ? 'after the commit' : '',
    types.some((type) => type !== 'AsyncAfterCommit') ? 'at a time' : '',
  ];
  const said = parts.filter((part) => part !== '');
  return said.length === 0 ? '' : `, ${said.join(' and ')}`;
}
