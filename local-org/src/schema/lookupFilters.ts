import type { LookupFilterItemSource, LookupFilterSource } from '../metadata/lookupFilter.ts';
import type { Field, LookupFilter } from './types.ts';

/** What a lookup filter's text is checked and compiled against. */
export interface FilterSurroundings {
  /** The lookup itself. */
  readonly lookup: Field;
  /** A field by its path from an object (`Account`, `['Owner', 'Name']`); undefined when there is none. */
  readonly resolve: (objectName: string, path: readonly string[]) => Field | undefined;
  /** The object that holds the lookup. */
  readonly source: string;
}

type Say = (message: string) => void;

const GLOBALS: Readonly<Record<string, string>> = {
  $user: 'User',
  $profile: 'Profile',
  $userrole: 'UserRole',
  $organization: 'Organization',
};

/** The filter of a lookup with the one formula that its items amount to; undefined when something in it is wrong (said). */
export function compileLookupFilter(source: LookupFilterSource, around: FilterSurroundings, say: Say): LookupFilter | undefined {
  const complaints: string[] = [];
  const complain: Say = (message) => {
    complaints.push(message);
    say(message);
  };
  if (source.items.length === 0) complain('Lookup filters must have at least one filter item');
  const tests = source.items.map((item) => itemFormula(item, around, complain));
  const condition = joined(tests, source.booleanFilter, complain);
  if (complaints.length > 0) return undefined;
  return {
    active: source.active,
    optional: source.optional,
    items: source.items.map(({ line: _line, ...item }) => item),
    formula: `OR(ISBLANK(${around.lookup.name}), ${condition})`,
    ...(source.booleanFilter === undefined ? {} : { booleanFilter: source.booleanFilter }),
    ...(source.errorMessage === undefined ? {} : { errorMessage: source.errorMessage }),
    ...(source.infoMessage === undefined ? {} : { infoMessage: source.infoMessage }),
  };
}

/** A field as a formula names it, and what it is. */
interface Named {
  readonly formula: string;
  readonly field: Field;
}

/** `Account.Type` is a field of the record pointed at, `$Source.Region__c` one of the record that holds the lookup. */
function named(path: string, around: FilterSurroundings, say: Say): Named | undefined {
  const [first = '', ...rest] = path.split('.');
  const { lookup, source } = around;
  const [target = ''] = lookup.reference?.targets ?? [];
  const global = GLOBALS[first.toLowerCase()];
  const isSource = first.toLowerCase() === '$source';
  const object = isSource ? source : (global ?? target);
  // The target may be told by the object's name or by the relationship's.
  const known = isSource || global !== undefined || first.toLowerCase() === target.toLowerCase();
  const field = known ? around.resolve(object, rest) : undefined;
  if (field === undefined) {
    say(`In field: lookupFilter - no CustomField named ${path} found`);
    return undefined;
  }
  const parent = lookup.reference?.relationshipName ?? lookup.name;
  const prefix = isSource ? [] : [global === undefined ? parent : first];
  return { formula: [...prefix, ...rest].join('.'), field };
}

function itemFormula(item: LookupFilterItemSource, around: FilterSurroundings, say: Say): string {
  const left = named(item.field, around, say);
  if (left === undefined) return 'TRUE';
  if (item.valueField !== undefined) {
    const right = named(item.valueField, around, say);
    return right === undefined ? 'TRUE' : comparison(item.operation, comparable(left), comparable(right), say);
  }
  const values = splitValues(item.value ?? '');
  const tests = values.map((value) => comparison(item.operation, comparable(left), literal(left.field, value, say), say));
  const negative = ['notEqual', 'notContain', 'excludes'].includes(item.operation);
  return tests.length === 1 ? (tests[0] ?? 'TRUE') : `${negative ? 'AND' : 'OR'}(${tests.join(', ')})`;
}

/** Texts are compared without regard to case, picklists by their values. */
function comparable({ formula, field }: Named): string {
  const { type } = field;
  if (type === 'picklist') return `UPPER(TEXT(${formula}))`;
  if (type === 'multipicklist') return formula;
  return isText(field) ? `UPPER(${formula})` : formula;
}

function isText({ type }: Field): boolean {
  return ['string', 'textarea', 'combobox', 'email', 'phone', 'url', 'encryptedstring'].includes(type);
}

function literal(field: Field, value: string, say: Say): string {
  const quoted = `"${value.replace(/["\\]/gu, '\\$&')}"`;
  if (value === '' && field.type !== 'boolean') return isText(field) || field.type === 'picklist' ? '""' : 'NULL';
  switch (field.type) {
    case 'boolean':
      return ['true', '1', 'yes'].includes(value.toLowerCase()) ? 'TRUE' : 'FALSE';
    case 'int':
    case 'double':
    case 'currency':
    case 'percent':
      if (!Number.isFinite(Number(value))) say(`Invalid number: ${value}`);
      return value;
    case 'date':
    case 'datetime':
      return dateLiteral(field.type, value, say);
    case 'id':
    case 'reference':
      return quoted;
    case 'multipicklist':
      return quoted;
    default:
      return `UPPER(${quoted})`;
  }
}

function dateLiteral(type: 'date' | 'datetime', value: string, say: Say): string {
  const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})/u.exec(value) ?? [];
  const iso = /^\d{4}-\d{2}-\d{2}/u.exec(value)?.[0] ?? (year === undefined ? undefined : `${year}-${pad(day)}-${pad(month)}`);
  if (value.toUpperCase() === 'TODAY') return type === 'date' ? 'TODAY()' : 'DATETIMEVALUE(TODAY())';
  if (iso === undefined) {
    say(`a lookup filter with the relative date ${value} is not run by local-org`);
    return 'NULL';
  }
  return type === 'date' ? `DATEVALUE("${iso}")` : `DATETIMEVALUE("${iso} 00:00:00")`;
}

function pad(text = ''): string {
  return text.padStart(2, '0');
}

function comparison(operation: string, left: string, right: string, say: Say): string {
  const blank = right === '""' || right === 'NULL';
  switch (operation) {
    case 'equals':
      return blank ? `ISBLANK(${bare(left)})` : `${left} = ${right}`;
    case 'notEqual':
      return blank ? `NOT(ISBLANK(${bare(left)}))` : `NOT(${left} = ${right})`;
    case 'lessThan':
      return `${left} < ${right}`;
    case 'greaterThan':
      return `${left} > ${right}`;
    case 'lessOrEqual':
      return `${left} <= ${right}`;
    case 'greaterOrEqual':
      return `${left} >= ${right}`;
    case 'contains':
      return `CONTAINS(${left}, ${right})`;
    case 'notContain':
      return `NOT(CONTAINS(${left}, ${right}))`;
    case 'startsWith':
      return `BEGINS(${left}, ${right})`;
    case 'includes':
      return `INCLUDES(${left}, ${right})`;
    case 'excludes':
      return `NOT(INCLUDES(${left}, ${right}))`;
    default:
      say(`a lookup filter with the operation ${operation} is not run by local-org`);
      return 'TRUE';
  }
}

/** `UPPER(TEXT(X))` -> `TEXT(X)`: blank is blank in any case. */
function bare(formula: string): string {
  return /^UPPER\((.*)\)$/u.exec(formula)?.[1] ?? formula;
}

/** Several values stand in one text, with commas between them; a quoted one may hold commas. */
function splitValues(text: string): readonly string[] {
  if (text === '') return [''];
  return [...text.matchAll(/"([^"]*)"|([^,"]*)(?:,|$)/gu)]
    .map((match) => match[1] ?? match[2]?.trim() ?? '')
    .filter((value, index) => value !== '' || index === 0);
}

/** `1 AND (2 OR 3)` with the items in place of the numbers. */
function joined(tests: readonly string[], booleanFilter: string | undefined, say: Say): string {
  if (booleanFilter === undefined) return tests.length === 1 ? (tests[0] ?? 'TRUE') : `AND(${tests.join(', ')})`;
  if (!/^[\d\s()]*(?:(?:AND|OR|NOT)[\d\s()]*)*$/iu.test(booleanFilter)) say(`Invalid filter logic: ${booleanFilter}`);
  return booleanFilter
    .replace(/\bAND\b/giu, '&&')
    .replace(/\bOR\b/giu, '||')
    .replace(/\bNOT\s+(\d+)/giu, 'NOT($1)')
    .replace(/\d+/gu, (number) => {
      const test = tests[Number(number) - 1];
      if (test === undefined) say(`Invalid filter logic: there is no filter item ${number}`);
      return `(${test ?? 'TRUE'})`;
    });
}
