import { compileFormula, FormulaError } from '../formula/compileFormula.ts';
import type { FormulaOptions } from '../formula/types.ts';
import type { MetadataProblem } from '../errors.ts';
import type { FileOf } from '../schema/buildSchema.ts';
import type { Field, Schema, SObjectType } from '../schema/types.ts';
import { fieldFormulaOptions, formulaTypeOf } from './formulaFields.ts';
import { defaultValueScope, objectFormulaScope, referencedField } from './formulaNames.ts';
import { expandedSize, LARGEST_SIZE } from './formulaSize.ts';

/**
 * Every formula of the schema that does not parse, names what is not there, or
 * gives the wrong type: formula fields, default values, validation rules.
 * Pass it to `buildSchema` as `formulaProblems`.
 */
export function formulaProblems(schema: Schema, fileOf: FileOf): readonly MetadataProblem[] {
  const problems: MetadataProblem[] = [];
  for (const object of schema.objects.values()) {
    const check = (member: string, element: string, source: string, options: FormulaOptions): void => {
      const message = formulaError(schema, object, source, options) ?? tooBig(schema, object, source);
      if (message !== undefined) problems.push({ file: fileOf(object.name, member), element, message });
    };
    for (const field of object.fields.values()) {
      if (field.formula !== undefined) check(field.name, 'formula', field.formula.source, fieldFormulaOptions(field));
      if (field.custom && field.defaultFormula !== undefined) {
        check(field.name, 'defaultValue', field.defaultFormula, { place: 'default', blanksAs: 'blank', expects: defaultType(field) });
      }
      if (field.lookupFilter !== undefined) {
        check(field.name, 'lookupFilter', field.lookupFilter.formula, { place: 'rule', blanksAs: 'blank', expects: 'boolean' });
      }
      if (field.formula !== undefined && readsItself(schema, object, field)) {
        problems.push({ file: fileOf(object.name, field.name), element: 'formula', message: 'the formula refers to itself' });
      }
    }
    for (const rule of object.validationRules) {
      check(rule.name, 'errorConditionFormula', rule.formula, { place: 'rule', blanksAs: 'blank', expects: 'boolean' });
    }
  }
  return problems;
}

/** A picklist's default is written as a text. */
function defaultType(field: Field): ReturnType<typeof formulaTypeOf> {
  const type = formulaTypeOf(field.type);
  return type === 'picklist' || type === 'multipicklist' || type === 'id' ? 'text' : type;
}

function formulaError(schema: Schema, object: SObjectType, source: string, options: FormulaOptions): string | undefined {
  try {
    const scope = options.place === 'default' ? defaultValueScope(schema, object) : objectFormulaScope(schema, object);
    compileFormula(source, scope, options);
    return undefined;
  } catch (error) {
    if (error instanceof FormulaError) return error.message;
    throw error;
  }
}

function tooBig(schema: Schema, object: SObjectType, source: string): string | undefined {
  const size = expandedSize(schema, object, source);
  if (size <= LARGEST_SIZE) return undefined;
  const text = (count: number): string => count.toLocaleString('en-US');
  return `Compiled formula is too big to execute (${text(size)} characters). Maximum size is ${text(LARGEST_SIZE)} characters.`;
}

/** Whether following the formula fields that a formula reads leads back to it. */
function readsItself(schema: Schema, object: SObjectType, start: Field): boolean {
  const seen = new Set<Field>();
  const visit = (owner: SObjectType, field: Field): boolean =>
    formulasRead(schema, owner, field).some(([nextOwner, next]) => {
      if (next === start) return true;
      if (seen.has(next)) return false;
      seen.add(next);
      return visit(nextOwner, next);
    });
  return visit(object, start);
}

function formulasRead(schema: Schema, object: SObjectType, field: Field): readonly (readonly [SObjectType, Field])[] {
  const found: (readonly [SObjectType, Field])[] = [];
  const scope = {
    resolve: (path: readonly string[]): { readonly type: Field['type'] } | undefined => {
      const read = referencedField(schema, object, path);
      if (read === undefined) return undefined;
      if (read.field.formula !== undefined) found.push([read.object, read.field]);
      return { type: read.field.type };
    },
  };
  try {
    compileFormula(field.formula?.source ?? '', scope, fieldFormulaOptions(field));
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
  }
  return found;
}
