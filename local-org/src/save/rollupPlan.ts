import type { Field, FieldValue, FieldValues, Rollup, SObjectType, Schema } from '../schema/types.ts';
import type { FormulaEnvironment } from './formulaRecord.ts';
import type { RecordFormulas } from './recordFormulas.ts';
import { rollupFilter, type ValueTest } from './rollupFilter.ts';

/** Reads a field of a child, stored or formula. */
export type ChildValue = (child: FieldValues, environment: FormulaEnvironment) => FieldValue;

/** One roll-up summary, ready to be kept. */
export interface CompiledRollup {
  /** The roll-up field on the parent. */
  readonly field: Field;
  readonly operation: Rollup['operation'];
  /** Whether a child counts. */
  readonly matches: (child: FieldValues, environment: FormulaEnvironment) => boolean;
  /** The summarised value of a child; 1 for COUNT. */
  readonly value: ChildValue;
  /** Decimal places to which a sum is kept, so that adding and taking away leaves no binary dust. */
  readonly scale: number;
}

/** All roll-ups that one master-detail field feeds. */
export interface RollupGroup {
  readonly child: SObjectType;
  readonly foreignKey: string;
  readonly parent: SObjectType;
  readonly rollups: readonly CompiledRollup[];
}

/** The roll-ups that records of this object feed, one group for each master. */
export function rollupGroups(schema: Schema, formulas: RecordFormulas, child: SObjectType): RollupGroup[] {
  const masters = [...child.fields.values()].filter((field) => field.reference?.masterDetail !== undefined);
  return masters.flatMap((field) => {
    const parent = schema.object(field.reference?.targets[0] ?? '');
    if (parent === undefined) return [];
    const rollups = rollupsOver(formulas, parent, child, field.name);
    return rollups.length === 0 ? [] : [{ child, foreignKey: field.name, parent, rollups }];
  });
}

function rollupsOver(formulas: RecordFormulas, parent: SObjectType, child: SObjectType, foreignKey: string): CompiledRollup[] {
  return [...parent.fields.values()].flatMap((field) => {
    const { rollup } = field;
    const isOurs =
      rollup?.childObject.toLowerCase() === child.name.toLowerCase() && rollup.foreignKey.toLowerCase() === foreignKey.toLowerCase();
    return rollup === undefined || !isOurs ? [] : [compileRollup(formulas, child, field, rollup)];
  });
}

function compileRollup(formulas: RecordFormulas, child: SObjectType, field: Field, rollup: Rollup): CompiledRollup {
  const tests = rollup.filters.map((filter): { value: ChildValue; test: ValueTest } => {
    const filtered = fieldOf(child, filter.field);
    return { value: valueOf(formulas, child, filtered), test: rollupFilter(filtered, filter) };
  });
  const summarized = rollup.summarizedField === undefined ? undefined : fieldOf(child, rollup.summarizedField);
  return {
    field,
    operation: rollup.operation,
    matches: (record, environment) => tests.every(({ value, test }) => test(value(record, environment))),
    value: summarized === undefined ? () => 1 : valueOf(formulas, child, summarized),
    scale: Math.max(summarized?.scale ?? 0, field.scale ?? 0),
  };
}

function fieldOf(object: SObjectType, name: string): Field {
  const field = object.fields.get(name.toLowerCase());
  if (field === undefined) throw new Error(`A roll-up names ${object.name}.${name}, which does not exist`);
  return field;
}

function valueOf(formulas: RecordFormulas, object: SObjectType, field: Field): ChildValue {
  if (field.formula === undefined) return (child) => child[field.name] ?? null;
  const formula = formulas.ofField(object, field);
  return (child, environment) => formula.evaluate({ values: child, prior: child }, environment);
}
