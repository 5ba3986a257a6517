import type { FlowFilters } from '../../metadata/flowTypes.ts';
import type { Schema, SObjectType } from '../../schema/types.ts';
import type { Test } from '../compiledFlow.ts';
import { compileEntryFilters } from '../conditions.ts';
import { FlowProblem } from '../problems.ts';
import type { ElementContext } from './context.ts';

/** What a data element names when it works on records related to the one that started the flow. */
export interface RelatedRecords {
  readonly object: string;
  readonly filters: FlowFilters;
}

/**
 * "Records related to the record that triggered the flow", which Flow Builder
 * keeps as `<inputReference>$Record.Account` or `$Record.Contacts`: the records
 * of a parent or child relationship, narrowed by the element's filters.
 * Undefined when the reference is something else.
 * @throws FlowProblem when there is no such relationship
 */
export function relatedRecords(reference: string | undefined, filters: FlowFilters, context: ElementContext): RelatedRecords | undefined {
  const [head, ...path] = (reference ?? '').split('.');
  const relationship = path.pop();
  if (relationship === undefined || head?.toLowerCase() !== '$record') return undefined;
  const { schema } = context.scope.world;
  let { object } = context.scope.recordType(context.scope.definition.start.object ?? '');
  let owner = '$Record';
  for (const hop of path) {
    object = parent(object, hop, schema)?.object ?? unknown(object, hop);
    owner += `.${hop}`;
  }
  const up = parent(object, relationship, schema);
  if (up !== undefined) return { object: up.object.name, filters: narrowed(filters, 'Id', `${owner}.${up.foreignKey}`) };
  const down = object.childRelationships.find((one) => one.relationshipName?.toLowerCase() === relationship.toLowerCase());
  if (down === undefined) return unknown(object, relationship);
  return { object: down.childObject, filters: narrowed(filters, down.field, `${owner}.Id`) };
}

/** The conditions under which the record that started the flow is worked on; undefined when there are none. */
export function recordFilters(filters: FlowFilters, { scope }: ElementContext): Test | undefined {
  return filters.filters.length === 0 ? undefined : compileEntryFilters(filters, scope);
}

function parent(object: SObjectType, segment: string, schema: Schema): { object: SObjectType; foreignKey: string } | undefined {
  const [name = '', wanted] = segment.split(':');
  for (const { name: foreignKey, reference } of object.fields.values()) {
    if (reference?.relationshipName?.toLowerCase() !== name.toLowerCase()) continue;
    const target = wanted === undefined ? reference.targets : reference.targets.filter((one) => one.toLowerCase() === wanted.toLowerCase());
    const found = target.length === 1 ? schema.object(target[0] ?? '') : undefined;
    if (found !== undefined) return { object: found, foreignKey };
  }
  return undefined;
}

function unknown(object: SObjectType, relationship: string): never {
  throw new FlowProblem(`The relationship "${relationship}" for the object "${object.name}" doesn't exist.`);
}

/** The element's own filters, and the one that leads to the related records. */
function narrowed({ logic, filters }: FlowFilters, field: string, path: string): FlowFilters {
  const own = { field, operator: 'EqualTo', value: { kind: 'reference', path } } as const;
  const all = [...filters, own];
  if (filters.length === 0 || /^and$/iu.test(logic)) return { logic: 'and', filters: all };
  const written = /^or$/iu.test(logic) ? filters.map((_, index) => String(index + 1)).join(' OR ') : logic;
  return { logic: `(${written}) AND ${all.length}`, filters: all };
}
