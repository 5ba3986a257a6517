import type { FlowFilters } from '../../metadata/flowTypes.ts';
import type { Field, SObjectType } from '../../schema/types.ts';
import type { Condition } from '../../soql/ast.ts';
import { comparisons, states } from '../compare.ts';
import type { Expression } from '../compiledFlow.ts';
import { logicOf } from '../conditions.ts';
import type { FlowData, FlowRecord } from '../data.ts';
import { fieldType } from '../flowType.ts';
import type { Interview } from '../interview.ts';
import { logicHolds, type LogicTree } from '../logic.ts';
import { FlowProblem, notRunHere } from '../problems.ts';
import { fieldOf } from '../recordPaths.ts';
import { compileValue } from '../values.ts';
import { allNeeds, type ElementContext } from './context.ts';
import { inCondition, noRecords, queryCondition } from './queryConditions.ts';

/** One filter of a data element. */
export interface RecordFilter {
  readonly field: Field;
  readonly operator: string;
  readonly value: Expression;
}

/** The filters of a data element, ready to make queries of. */
export class RecordFilters {
  readonly #filters: readonly RecordFilter[];
  readonly #logic: LogicTree;

  /** @throws FlowProblem for unknown fields, operators and wrong types */
  constructor(source: FlowFilters, object: SObjectType, context: ElementContext) {
    this.#filters = source.filters.map((filter) => compileFilter(filter, object, context));
    this.#logic = logicOf(source.logic, this.#filters.length);
  }

  get needs(): Expression['needs'] {
    return allNeeds(this.#filters.map((filter) => filter.value));
  }

  /** Fields that the filters look at: they must be selected, so that rows can be handed to their interviews. */
  get fields(): readonly string[] {
    return this.#filters.map((filter) => filter.field.name);
  }

  get isEmpty(): boolean {
    return this.#filters.length === 0;
  }

  /** What this interview asks for: one value for each filter. */
  ask(interview: Interview): FilterValues {
    return this.#filters.map((filter) => filter.value.evaluate(interview));
  }

  /** One condition that finds the records of all these questions; undefined: every record. */
  condition(questions: readonly FilterValues[]): Condition | undefined {
    const [first] = questions;
    if (first === undefined || this.#filters.length === 0) return undefined;
    if (questions.length === 1) return this.#tree(this.#logic, first);
    return this.#shared(questions) ?? anyOf(questions.map((values) => this.#tree(this.#logic, values)));
  }

  /** Whether a record is an answer to the question. */
  matches(record: FlowRecord, values: FilterValues): boolean {
    return logicHolds(this.#logic, (index) => {
      const filter = this.#filters[index];
      return filter !== undefined && filterHolds(filter, record.fields[filter.field.name] ?? null, values[index] ?? null);
    });
  }

  /** Place of the one filter in which the questions differ, when rows can be found by its value; undefined otherwise. */
  keyField(questions: readonly FilterValues[]): { readonly index: number; readonly field: Field } | undefined {
    const [first] = questions;
    const everyFilterCounts = this.#logic.kind === 'and' && this.#logic.parts.every((part) => part.kind === 'condition');
    if (!everyFilterCounts || first === undefined) return undefined;
    const varying = this.#filters.flatMap((_, index) => (questions.some((values) => values[index] !== first[index]) ? [index] : []));
    const [index] = varying;
    const filter = index === undefined ? undefined : this.#filters[index];
    if (varying.length !== 1 || index === undefined || filter?.operator !== 'EqualTo') return undefined;
    return { index, field: filter.field };
  }

  /** Questions that differ in one equality only become one IN, which an index can serve. */
  #shared(questions: readonly FilterValues[]): Condition | undefined {
    const key = this.keyField(questions);
    const [first] = questions;
    if (key === undefined || first === undefined) return undefined;
    const others = this.#filters.flatMap((filter, index) => (index === key.index ? [] : [queryCondition(filter, first[index] ?? null)]));
    return {
      kind: 'and',
      conditions: [
        inCondition(
          key.field,
          questions.map((values) => values[key.index] ?? null),
        ),
        ...others,
      ],
    };
  }

  #tree(tree: LogicTree, values: FilterValues): Condition {
    switch (tree.kind) {
      case 'condition': {
        const filter = this.#filters[tree.index];
        return filter === undefined ? noRecords : queryCondition(filter, values[tree.index] ?? null);
      }
      case 'not':
        return { kind: 'not', condition: this.#tree(tree.part, values) };
      default:
        return joined(
          tree.kind,
          tree.parts.map((part) => this.#tree(part, values)),
        );
    }
  }
}

export type FilterValues = readonly FlowData[];

/** The same question asked twice has the same key. */
export function questionKey(values: FilterValues): string {
  return JSON.stringify(values);
}

function compileFilter(filter: FlowFilters['filters'][number], object: SObjectType, context: ElementContext): RecordFilter {
  const field = fieldOf(object, filter.field);
  if (field.type === 'longtextarea')
    throw new FlowProblem(`The field "${field.name}" for the object "${object.name}" can't be filtered on.`);
  const { operator } = filter;
  if (states[operator] !== undefined) {
    return { field, operator, value: compileValue(filter.value, { kind: 'value', type: 'boolean' }, context.scope.resolve) };
  }
  if (comparisons[operator] === undefined) throw notRunHere(`the operator ${operator}`);
  const single = fieldType(field);
  const many = operator === 'In' || operator === 'NotIn';
  return { field, operator, value: compileValue(filter.value, many ? { kind: 'collection', of: single } : single, context.scope.resolve) };
}

function filterHolds(filter: RecordFilter, left: FlowData, right: FlowData): boolean {
  const state = states[filter.operator];
  if (state !== undefined) return state(left) === (right === true);
  const { field } = filter;
  // Queries ignore the case of texts, but for ids and case-sensitive external ids.
  const foldCase = !field.caseSensitive && field.type !== 'id' && field.type !== 'reference';
  return comparisons[filter.operator]?.(left, right, foldCase) ?? false;
}

/** Questions that no record answers add nothing: custom metadata would refuse an OR with another field. */
function anyOf(questions: readonly Condition[]): Condition {
  const answerable = questions.filter((question) => !isNever(question));
  return answerable.length === 0 ? noRecords : joined('or', answerable);
}

function isNever(condition: Condition): boolean {
  return condition === noRecords || (condition.kind === 'and' && condition.conditions.some(isNever));
}

/** One condition stands alone: what is joined by OR must show its field to the rules of custom metadata. */
function joined(kind: 'and' | 'or', conditions: readonly Condition[]): Condition {
  const [only] = conditions;
  return conditions.length === 1 && only !== undefined ? only : { kind, conditions };
}
