import { compileFormula } from '../formula/compileFormula.ts';
import type { CompiledFormula, FormulaOptions, FormulaReference } from '../formula/types.ts';
import type { Field, FieldValue, SObjectType, Schema } from '../schema/types.ts';
import { fieldFormulaOptions, objectFormulaScope } from '../soql/formulaFields.ts';
import { globalValue } from '../soql/globalValues.ts';
import type { FormulaEnvironment, FormulaRecord } from './formulaRecord.ts';

/** A formula bound to an object: evaluated for one of its records. */
export interface RecordFormula {
  evaluate(record: FormulaRecord, environment: FormulaEnvironment): FieldValue;
  /** Lookups of the record itself that the formula follows, so that a batch can load the parents at once. */
  readonly lookups: readonly Field[];
}

type Reader = (record: FormulaRecord, environment: FormulaEnvironment) => FieldValue;

/** A formula that reads formulas that read formulas: the platform's limit is far below. */
const deepestNesting = 20;

/**
 * Compiles formulas over the records of an object: validation rules, default
 * values, formula fields that roll-ups sum. Names may cross lookups
 * (`ContactPulse__r.AccountPulse__r.Target__c`), name formula fields, and the
 * globals `$User`, `$Profile`, `$UserRole`, `$Organization`, `$RecordType`,
 * `$Label`, `$Permission`, `$Setup` and `$CustomMetadata`.
 */
export class RecordFormulas {
  readonly #schema: Schema;
  readonly #exactFormulas = new Map<Field, RecordFormula>();

  constructor(schema: Schema) {
    this.#schema = schema;
  }

  /** @throws FormulaError when the text does not parse, or names what is not there */
  compile(object: SObjectType, source: string, options: FormulaOptions): RecordFormula {
    return this.#bind(object, compileFormula(source, objectFormulaScope(this.#schema, object), options), 0);
  }

  /** The formula of a formula field, rounded to the field's decimals as a query shows it. */
  ofField(object: SObjectType, field: Field): RecordFormula {
    return this.#bind(object, compileFormula(sourceOf(field), objectFormulaScope(this.#schema, object), fieldFormulaOptions(field)), 1);
  }

  /** A formula that another formula reads: unrounded, as if its text stood there; compiled once. */
  #exactField(object: SObjectType, field: Field, depth: number): RecordFormula {
    const known = this.#exactFormulas.get(field);
    if (known !== undefined) return known;
    if (depth > deepestNesting) throw new Error(`${object.name}.${field.name}: formulas refer to each other in a circle`);
    const compiled = compileFormula(sourceOf(field), objectFormulaScope(this.#schema, object), fieldFormulaOptions(field, true));
    const formula = this.#bind(object, compiled, depth);
    this.#exactFormulas.set(field, formula);
    return formula;
  }

  #bind(object: SObjectType, compiled: CompiledFormula, depth: number): RecordFormula {
    const readers = compiled.references.map((reference) => this.#reader(object, reference, depth));
    return {
      evaluate: (record, environment) =>
        compiled.evaluate(
          readers.map((read) => read(record, environment)),
          {
            now: environment.now,
            timeZone: environment.user.timeZone,
            isNew: record.prior === undefined,
            lookUp: environment.lookUp,
          },
        ),
      lookups: compiled.references.flatMap(({ path }) => this.#firstLookup(object, path) ?? []),
    };
  }

  #firstLookup(object: SObjectType, path: readonly string[]): Field | undefined {
    const [first, second] = path;
    return first === undefined || second === undefined || first.startsWith('$') ? undefined : lookupNamed(object, first);
  }

  #globalObject(name: string): SObjectType | undefined {
    return ['$user', '$organization', '$profile', '$userrole'].includes(name.toLowerCase())
      ? this.#schema.object(name.slice(1))
      : undefined;
  }

  #targets(lookup: Field | undefined): readonly SObjectType[] {
    return (lookup?.reference?.targets ?? []).flatMap((name) => this.#schema.object(name) ?? []);
  }

  #reader(object: SObjectType, reference: FormulaReference, depth: number): Reader {
    const current = this.#pathReader(object, reference.path, depth);
    if (!reference.prior) return current;
    // PRIORVALUE of a record that is being created is its present value: ISCHANGED is then false.
    return ({ values, prior }, environment) => current({ values: prior ?? values, prior: undefined }, environment);
  }

  #pathReader(object: SObjectType, path: readonly string[], depth: number): Reader {
    const [first, ...rest] = path;
    if (first === undefined) return () => null;
    if (first.toLowerCase() === '$recordtype') return this.#pathReader(object, ['RecordType', ...rest], depth);
    if (first.startsWith('$')) return this.#globalReader(first, rest, depth);
    if (rest.length > 0) return this.#parentReader(object, first, rest, depth);
    const field = object.fields.get(first.toLowerCase());
    if (field === undefined) return () => null;
    if (field.formula === undefined) return ({ values }) => values[field.name] ?? null;
    const formula = this.#exactField(object, field, depth + 1);
    return (record, environment) => formula.evaluate(record, environment);
  }

  #parentReader(object: SObjectType, relationship: string, rest: readonly string[], depth: number): Reader {
    const lookup = lookupNamed(object, relationship);
    const targets = lookup?.reference?.targets ?? [];
    const readers = new Map(this.#targets(lookup).map((target) => [target.name, this.#pathReader(target, rest, depth)]));
    return ({ values }, environment) => {
      const parent = lookup === undefined ? undefined : environment.parent(targets, values[lookup.name] ?? null);
      if (parent === undefined) return null;
      return readers.get(parent.object.name)?.({ values: parent.values, prior: parent.values }, environment) ?? null;
    };
  }

  #globalReader(name: string, rest: readonly string[], depth: number): Reader {
    const value = globalValue(this.#schema, [name, ...rest]);
    if (value !== undefined) return (_record, environment) => environment.globalValue(value);
    const target = this.#globalObject(name);
    if (target === undefined) return () => null;
    const read = this.#pathReader(target, rest, depth);
    return (_record, environment) => {
      const values = environment.global(target);
      return values === undefined ? null : read({ values, prior: values }, environment);
    };
  }
}

function sourceOf(field: Field): string {
  if (field.formula === undefined) throw new Error(`${field.name} is not a formula field`);
  return field.formula.source;
}

/** The lookup or master-detail field whose relationship has this name. */
function lookupNamed(object: SObjectType, relationship: string): Field | undefined {
  const wanted = relationship.toLowerCase();
  for (const field of object.fields.values()) {
    if (field.reference?.relationshipName?.toLowerCase() === wanted) return field;
  }
  return undefined;
}
