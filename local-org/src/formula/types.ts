import type { FieldType, FieldValue } from '../schema/types.ts';

/** The type of a formula or of one of its parts. `null` is the type of a bare `NULL`. */
export type FormulaType =
  'number' | 'text' | 'boolean' | 'date' | 'datetime' | 'time' | 'picklist' | 'multipicklist' | 'id' | 'location' | 'null';

/** What a formula is for: some functions and fields are for some places only. */
export type FormulaPlace = 'field' | 'rule' | 'default' | 'flow';

/** What a merge field stands for, told by whoever owns the formula. */
export interface ReferencedField {
  readonly type: FieldType;
  readonly scale?: number;
  /** Of a location: what to read for its coordinates, from where its own path starts. */
  readonly location?: { readonly latitude: readonly string[]; readonly longitude: readonly string[] };
}

/** Where a formula's names are looked up when it is compiled. */
export interface FormulaScope {
  /**
   * The field behind `Account.Owner.Name` (`['Account','Owner','Name']`), `$User.Id` or, in a flow,
   * `$Record.Rating__c` or a variable's name. Names ignore case. Undefined: there is no such field.
   */
  resolve(path: readonly string[]): ReferencedField | undefined;
}

/** One distinct value that a formula reads. */
export interface FormulaReference {
  readonly path: readonly string[];
  /** True when the value before the save is wanted (PRIORVALUE, ISCHANGED). */
  readonly prior: boolean;
}

/** What an evaluation needs beside the referenced values. */
export interface FormulaContext {
  /** Epoch milliseconds: TODAY() and NOW(). */
  readonly now: number;
  /** IANA zone of the running user: TODAY(), DATEVALUE(datetime), ... */
  readonly timeZone: string;
  /** ISNEW(). */
  readonly isNew: boolean;
  /** VLOOKUP(); without it nothing is found. */
  readonly lookUp?: FieldLookUp;
}

/** Finds the first record whose field `by` holds the text, and gives its field `returns`. Names are API names. */
export type FieldLookUp = (wanted: {
  readonly object: string;
  readonly returns: string;
  readonly by: string;
  readonly text: string;
}) => FieldValue;

/** A formula, checked and ready to run. */
export interface CompiledFormula {
  readonly type: FormulaType;
  /** In the order in which `evaluate` wants their values. */
  readonly references: readonly FormulaReference[];
  /**
   * @param values one value for each reference, in order, in memory form (see `FieldValue`)
   * @returns the result in memory form; `null` for blank and for a run-time error such as
   * division by zero (the platform shows `#Error!` on the page and null in the API)
   */
  evaluate(values: readonly FieldValue[], context: FormulaContext): FieldValue;
}

export interface FormulaOptions {
  /** `formulaTreatBlanksAs`: blank numbers count as 0, or make the result blank. */
  readonly blanksAs: 'zero' | 'blank';
  /** Where the formula stands; absent: anything goes. */
  readonly place?: FormulaPlace;
  /** The type that the owner needs; another one is refused, as the platform refuses it. */
  readonly expects?: FormulaType;
  /** For a percent field: the result is multiplied by 100, because a stored 50 means 50 %. */
  readonly percent?: boolean;
  /** For a number field: decimals to which the result is rounded, half away from zero. */
  readonly scale?: number;
}
