import type { Field, Schema, SObjectType } from '../schema/types.ts';
import type { Expression, ParentNeed } from './compiledFlow.ts';
import { FlowRecord, type FlowData } from './data.ts';
import { unsetFault } from './faults.ts';
import { fieldType, type FlowType, type LookupSource } from './flowType.ts';
import type { Interview } from './interview.ts';
import { FlowProblem } from './problems.ts';

/** Where a path through records begins. */
export interface PathRoot {
  readonly slot: number;
  readonly object: SObjectType;
  /** As written, for messages: `$Record`, `Get_Account`. */
  readonly name: string;
  readonly source: LookupSource | undefined;
  /** `$Record` and `$Record__Prior` may be absent without an error; other records must be set before they are read. */
  readonly mayBeUnset: boolean;
}

/** Gives the value of a formula field, computed from the record's own fields. */
export type CompileFormulaField = (field: Field, resolve: (path: readonly string[]) => Expression) => Expression;

/** Finds the field behind `Survey__r.Program__c` and the parents on the way to it. */
export class RecordPaths {
  readonly #schema: Schema;
  readonly #compileFormulaField: CompileFormulaField;

  constructor(schema: Schema, compileFormulaField: CompileFormulaField) {
    this.#schema = schema;
    this.#compileFormulaField = compileFormulaField;
  }

  /**
   * @param path names below the root, the last one a field
   * @param lenient a record that holds nothing gives null instead of a fault
   * @throws FlowProblem when a name on the path does not exist
   */
  resolve(root: PathRoot, path: readonly string[], lenient = false): Expression {
    return this.#walk(root, root.object, [], path, lenient);
  }

  #walk(root: PathRoot, object: SObjectType, hops: readonly string[], path: readonly string[], lenient: boolean): Expression {
    const [name, ...rest] = path;
    if (name === undefined) throw new FlowProblem(`"${root.name}" is a record where a field of it is expected.`);
    if (rest.length === 0) return this.#field(root, object, hops, fieldOf(object, name), lenient);
    const { field, parent } = this.#parent(object, name);
    if (hops.length === 0) checkQueried(root, field);
    return this.#walk(root, parent, [...hops, field.name], rest, lenient);
  }

  #field(root: PathRoot, object: SObjectType, hops: readonly string[], field: Field, lenient: boolean): Expression {
    if (hops.length === 0) checkQueried(root, field);
    const needs: readonly ParentNeed[] = hops.length === 0 ? [] : [{ slot: root.slot, hops }];
    const read = recordReader(root, hops, field.name, lenient || root.mayBeUnset);
    const type = fieldType(field);
    if (field.formula === undefined) {
      return { type, needs, evaluate: (interview) => read(interview)?.fields[field.name] ?? null };
    }
    if (hops.length === 0 && root.source !== undefined) {
      root.source.formulaFields.add(field.name);
      return { type, needs, evaluate: (interview) => read(interview)?.fields[field.name] ?? null };
    }
    const computed = this.#compileFormulaField(field, (path) => this.#walk(root, object, hops, path, true));
    return {
      type,
      needs: [...needs, ...computed.needs],
      evaluate: (interview) => {
        const record = read(interview);
        if (record === undefined) return null;
        return field.name in record.fields ? (record.fields[field.name] ?? null) : computed.evaluate(interview);
      },
    };
  }

  #parent(object: SObjectType, segment: string): { field: Field; parent: SObjectType } {
    const [relationship = '', wanted] = segment.split(':');
    for (const field of object.fields.values()) {
      if (field.reference?.relationshipName?.toLowerCase() !== relationship.toLowerCase()) continue;
      const targets = field.reference.targets;
      const target = wanted === undefined ? targets[0] : targets.find((candidate) => candidate.toLowerCase() === wanted.toLowerCase());
      if (target === undefined) throw new FlowProblem(`${object.name}.${relationship} does not point at ${wanted ?? 'an object'}`);
      if (wanted === undefined && targets.length > 1) {
        throw new FlowProblem(`${object.name}.${relationship} can point at ${targets.join(', ')}: write ${relationship}:${target}`);
      }
      const parent = this.#schema.object(target);
      if (parent === undefined) throw new FlowProblem(`The object "${target}" doesn't exist.`);
      return { field, parent };
    }
    throw new FlowProblem(`The relationship "${relationship}" for the object "${object.name}" doesn't exist.`);
  }
}

/** The field of that name. @throws FlowProblem when the object has none */
export function fieldOf(object: SObjectType, name: string): Field {
  const field = object.fields.get(name.toLowerCase());
  if (field === undefined) throw new FlowProblem(`The field "${name}" for the object "${object.name}" doesn't exist.`);
  return field;
}

/** @throws FlowProblem for fields that the platform alone sets, such as dates of creation */
export function requireWritable(field: Field, object: SObjectType): void {
  if (!field.createable && !field.updateable)
    throw new FlowProblem(`The field "${field.name}" for the object "${object.name}" isn't writable.`);
}

/** Whether a value of that type carries fields. */
export function isRecordType(type: FlowType): type is FlowType & { kind: 'record' } {
  return type.kind === 'record';
}

function checkQueried(root: PathRoot, field: Field): void {
  const queried = root.source?.queried;
  if (queried === undefined || field.name === 'Id' || queried.has(field.name.toLowerCase())) return;
  throw new FlowProblem(`"${root.name}.${field.name}" is read, but the element "${root.source?.element ?? ''}" doesn't store that field.`);
}

/** Gives the record that holds the field: the root itself or the parent that the hops lead to. */
function recordReader(
  root: PathRoot,
  hops: readonly string[],
  field: string,
  lenient: boolean,
): (interview: Interview) => FlowRecord | undefined {
  const { slot } = root;
  const rootOf = (interview: Interview): FlowRecord | undefined => {
    const data: FlowData | undefined = interview.data[slot];
    if (data instanceof FlowRecord) return data;
    if (lenient) return undefined;
    throw unsetFault(interview.next?.name ?? '', `${root.name}.${field}`);
  };
  if (hops.length === 0) return rootOf;
  return (interview) => parentOf(rootOf(interview), hops);
}

/** Follows foreign keys through parents that have been read. */
export function parentOf(start: FlowRecord | undefined, hops: readonly string[]): FlowRecord | undefined {
  let record = start;
  for (const hop of hops) {
    if (record === undefined) return undefined;
    const id = record.fields[hop];
    const parent = record.parents?.get(hop);
    record = parent !== undefined && parent.id === id ? parent : undefined;
  }
  return record;
}
