import type { FormulaOptions } from '../formula/types.ts';
import type { Field, FieldValue, FieldValues, SObjectType, Schema } from '../schema/types.ts';
import { MetadataError, type MetadataProblem } from '../errors.ts';
import type { RecordFormula, RecordFormulas } from './recordFormulas.ts';
import { isStored } from '../storage/columns.ts';
import { requiredFilters, type CompiledFilter } from './lookupFilters.ts';
import { rollupGroups, type RollupGroup } from './rollupPlan.ts';

/** A validation rule, ready to run. */
export interface CompiledRule {
  /** As somebody with this language reads it. */
  readonly message: (language: string) => string;
  readonly errorField: string | undefined;
  readonly isViolated: RecordFormula;
}

/** What a new record gets where its request says nothing. */
export type DefaultValue = { readonly field: Field } & (
  { readonly value: FieldValue; readonly formula?: never } | { readonly formula: RecordFormula; readonly value?: never }
);

/** All that saving needs to know of an object, worked out once. */
export interface ObjectPlan {
  readonly object: SObjectType;
  /** The object's fields by their names as they are written in the metadata. */
  readonly fields: ReadonlyMap<string, Field>;
  /** Fields with a column: everything but formulas and compound fields. */
  readonly stored: readonly Field[];
  /** Stored fields whose values are checked: not ids, not those that the org itself keeps. */
  readonly checked: readonly Field[];
  readonly references: readonly Field[];
  readonly restrictedPicklists: readonly Field[];
  readonly required: readonly Field[];
  readonly unique: readonly Field[];
  readonly autoNumbers: readonly Field[];
  readonly defaults: readonly DefaultValue[];
  readonly rules: readonly CompiledRule[];
  /** Filters of lookups that a save must satisfy. */
  readonly lookupFilters: readonly CompiledFilter[];
  /** Lookups that validation rules follow. */
  readonly ruleLookups: readonly Field[];
  /** Roll-ups on the masters of this object, by master-detail field. */
  readonly rollups: readonly RollupGroup[];
  /** Whether Name is put together from first and last name. */
  readonly composedName: boolean;
}

/** Fields that only the org writes; `OwnerId` may be given by a request. */
const auditFields = new Set(['Id', 'IsDeleted', 'CreatedDate', 'CreatedById', 'LastModifiedDate', 'LastModifiedById', 'SystemModstamp']);

/** Plans of all objects. @throws MetadataError with every rule and default whose formula does not compile */
export function compilePlans(schema: Schema, formulas: RecordFormulas): ReadonlyMap<string, ObjectPlan> {
  const problems: MetadataProblem[] = [];
  const plans = new Map([...schema.objects.values()].map((object) => [object.name, compilePlan(schema, formulas, object, problems)]));
  if (problems.length > 0) throw new MetadataError(problems);
  return plans;
}

function compilePlan(schema: Schema, formulas: RecordFormulas, object: SObjectType, problems: MetadataProblem[]): ObjectPlan {
  const stored = [...object.fields.values()].filter(isStored);
  const checked = stored.filter((field) => !auditFields.has(field.name) && field.autoNumber === undefined && field.rollup === undefined);
  const composedName = isComposed(object);
  const rules = compileRules(schema, formulas, object, problems);
  return {
    object,
    fields: new Map([...object.fields.values()].map((field) => [field.name, field])),
    stored,
    checked,
    references: checked.filter((field) => field.type === 'reference'),
    restrictedPicklists: checked.filter((field) => field.picklist?.restricted === true),
    required: checked.filter((field) => field.required && field.type !== 'boolean' && !(composedName && field.name === 'Name')),
    unique: checked.filter((field) => field.unique),
    autoNumbers: stored.filter((field) => field.autoNumber !== undefined),
    defaults: stored.flatMap((field) => compileDefault(formulas, object, field, problems) ?? []),
    rules,
    lookupFilters: requiredFilters(checked, (field, source) => {
      const file = `objects/${object.name}/fields/${field.name}.field-meta.xml`;
      return attempt(problems, { file, element: 'lookupFilter' }, () =>
        formulas.compile(object, source, { place: 'rule', blanksAs: 'blank', expects: 'boolean' }),
      );
    }),
    ruleLookups: [...new Set(rules.flatMap((rule) => rule.isViolated.lookups))],
    rollups: rollupGroups(schema, formulas, object),
    composedName,
  };
}

function isComposed(object: SObjectType): boolean {
  return object.fields.get('name')?.createable === false && object.fields.has('firstname') && object.fields.has('lastname');
}

function compileRules(schema: Schema, formulas: RecordFormulas, object: SObjectType, problems: MetadataProblem[]): CompiledRule[] {
  return object.validationRules
    .filter((rule) => rule.active)
    .flatMap((rule) => {
      const file = `objects/${object.name}/validationRules/${rule.name}.validationRule-meta.xml`;
      const isViolated = attempt(problems, { file, element: 'errorConditionFormula' }, () =>
        formulas.compile(object, rule.formula, { blanksAs: 'blank', expects: 'boolean' }),
      );
      const message = (language: string): string => {
        const texts = schema.setup?.translations?.of(language)?.objects.get(object.name.toLowerCase());
        return texts?.rules.get(rule.name.toLowerCase()) ?? rule.errorMessage;
      };
      return isViolated === undefined ? [] : [{ message, errorField: rule.errorField, isViolated }];
    });
}

function compileDefault(
  formulas: RecordFormulas,
  object: SObjectType,
  field: Field,
  problems: MetadataProblem[],
): DefaultValue | undefined {
  if (field.rollup !== undefined) return { field, value: ['count', 'sum'].includes(field.rollup.operation) ? 0 : null };
  const constant = field.defaultFormula === undefined ? undefined : constantOf(field.defaultFormula);
  if (constant !== undefined) return { field, value: constant };
  if (field.defaultFormula !== undefined) {
    const source = field.defaultFormula;
    const file = `objects/${object.name}/fields/${field.name}.field-meta.xml`;
    const options: FormulaOptions = { place: 'default', blanksAs: 'blank', ...(field.type === 'date' ? { expects: 'date' } : {}) };
    const formula = attempt(problems, { file, element: 'defaultValue' }, () => formulas.compile(object, source, options));
    return formula === undefined ? undefined : { field, formula };
  }
  const choice = field.picklist?.values.find((value) => value.isDefault);
  if (choice !== undefined) return { field, value: choice.value };
  return field.type === 'boolean' ? { field, value: false } : undefined;
}

/** The value of a default that is a bare constant, which most are: no formula needs to run for it. */
function constantOf(source: string): FieldValue | undefined {
  const text = source.trim();
  if (/^(?:true|false)$/iu.test(text)) return text.toLowerCase() === 'true';
  if (/^-?\d+(?:\.\d+)?$/u.test(text)) return Number(text);
  return /^"[^"\\]*"$/u.test(text) ? text.slice(1, -1) : undefined;
}

function attempt<Result>(problems: MetadataProblem[], place: { file: string; element: string }, compile: () => Result): Result | undefined {
  try {
    return compile();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    problems.push({ ...place, message: error.message });
    return undefined;
  }
}

/** The field of that name, however its letters are cased. */
export function fieldNamed(plan: ObjectPlan, name: string): Field | undefined {
  return plan.fields.get(name) ?? plan.object.fields.get(name.toLowerCase());
}

/** A new record's values before anything is known of it: every stored field, blank. */
export function blankValues(plan: ObjectPlan): FieldValues {
  return Object.fromEntries(plan.stored.map((field) => [field.name, null]));
}
