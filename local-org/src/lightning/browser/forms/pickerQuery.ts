/** What a record picker shows or looks in. */
export interface PickerInfo {
  readonly primaryField?: string;
  readonly additionalFields?: readonly string[];
}

/** One condition of a record picker's filter. */
export interface PickerCriterion {
  readonly fieldPath: string;
  readonly operator: string;
  readonly value: unknown;
}

export interface PickerFilter {
  readonly criteria: readonly PickerCriterion[];
  /** `1 AND (2 OR 3)`; absent: all must hold. */
  readonly filterLogic?: string;
}

export interface PickerQuestion {
  readonly objectApiName: string;
  /** By which a record is named and found. */
  readonly displayInfo?: PickerInfo | undefined;
  readonly matchingInfo?: PickerInfo | undefined;
  readonly filter?: PickerFilter | undefined;
}

/** How many records are offered. */
const most = 10;
const operators = new Set(['eq', 'ne', 'lt', 'gt', 'lte', 'gte', 'like', 'in', 'nin', 'includes', 'excludes']);

type Filter = Readonly<Record<string, unknown>>;

/** The document that finds what was typed, and its variables. */
export function searchQuery(
  question: PickerQuestion,
  words: string,
): { readonly query: string; readonly variables: Record<string, unknown> } {
  const { objectApiName, filter } = question;
  const { primary, more } = shownFields(question);
  const matched = question.matchingInfo ?? { primaryField: primary };
  const places = [matched.primaryField ?? primary, ...(matched.additionalFields ?? [])];
  const typed: readonly Filter[] =
    words.trim() === '' ? [] : [{ or: places.map((path) => nested(path, { like: `%${escaped(words.trim())}%` })) }];
  const where = { and: [...typed, ...(filter === undefined ? [] : [filterOf(filter)])] };
  const fields = [...new Set([primary, ...more])].map(selection).join(' ');
  const order = primary.includes('.') ? '' : `, orderBy: { ${primary}: { order: ASC, nulls: LAST } }`;
  return {
    query: `query pick($where: ${objectApiName}_Filter) { uiapi { query { ${objectApiName}(where: $where, first: ${most}${order}) { edges { node { Id ${fields} } } } } } }`,
    variables: { where: where.and.length === 0 ? {} : where },
  };
}

/** The document that names one record. */
export function nameQuery(
  question: PickerQuestion,
  recordId: string,
): { readonly query: string; readonly variables: Record<string, unknown> } {
  const found = searchQuery({ ...question, filter: { criteria: [{ fieldPath: 'Id', operator: 'eq', value: recordId }] } }, '');
  return found;
}

export interface PickedRecord {
  readonly id: string;
  readonly label: string;
  readonly note: string;
}

/** The records of an answer. */
export function pickedRecords(question: PickerQuestion, data: unknown): readonly PickedRecord[] {
  const edges = at(data, ['uiapi', 'query', question.objectApiName, 'edges']);
  const { primary, more } = shownFields(question);
  const textOf = (node: unknown, path: string): string => {
    const field = at(node, path.split('.'));
    const shown = at(field, ['displayValue']) ?? at(field, ['value']);
    return typeof shown === 'string' || typeof shown === 'number' ? String(shown) : '';
  };
  return (Array.isArray(edges) ? (edges as readonly unknown[]) : []).map((edge) => {
    const node = at(edge, ['node']);
    const note = more.map((path) => textOf(node, path)).filter((text) => text !== '');
    return { id: String(at(node, ['Id'])), label: textOf(node, primary), note: note.join(' · ') };
  });
}

function shownFields({ displayInfo }: PickerQuestion): { readonly primary: string; readonly more: readonly string[] } {
  return { primary: displayInfo?.primaryField ?? 'Name', more: displayInfo?.additionalFields ?? [] };
}

/** The conditions, joined as the logic says. */
function filterOf({ criteria, filterLogic }: PickerFilter): Filter {
  const conditions = criteria.map(({ fieldPath, operator, value }) => {
    if (!operators.has(operator)) throw new Error(`lightning-record-picker has no operator ${operator}.`);
    return nested(fieldPath, { [operator]: value });
  });
  if (filterLogic === undefined || filterLogic.trim() === '') return { and: conditions };
  return logic(filterLogic.toUpperCase().match(/\d+|AND|OR|NOT|[()]/gu) ?? [], conditions);
}

/** Reads `1 AND (2 OR NOT 3)`: AND binds closer than OR. */
function logic(words: readonly string[], conditions: readonly Filter[]): Filter {
  let place = 0;
  const any = (): Filter => {
    const parts = [all()];
    while (words[place] === 'OR') {
      place += 1;
      parts.push(all());
    }
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : { or: parts };
  };
  const all = (): Filter => {
    const parts = [one()];
    while (words[place] === 'AND') {
      place += 1;
      parts.push(one());
    }
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : { and: parts };
  };
  const one = (): Filter => {
    const word = words[place];
    place += 1;
    if (word === 'NOT') return { not: one() };
    if (word === '(') {
      const inner = any();
      place += 1;
      return inner;
    }
    const condition = conditions[Number(word) - 1];
    if (condition === undefined) throw new Error(`The filter logic names a criterion ${word ?? '(none)'} that is not there.`);
    return condition;
  };
  return any();
}

/** `Account.Name` as `{Account: {Name: ...}}`. */
function nested(path: string, inner: Filter): Filter {
  return path.split('.').reduceRight<Filter>((below, name) => ({ [name]: below }), inner);
}

function selection(path: string): string {
  const [name = '', ...rest] = path.split('.');
  return rest.length === 0 ? (name === 'Id' ? '' : `${name} { value displayValue }`) : `${name} { ${selection(rest.join('.'))} }`;
}

/** What people type is no pattern. */
function escaped(words: string): string {
  return words.replaceAll(/[\\%_]/gu, String.raw`\$&`);
}

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((inner, name) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, name) : undefined), value);
}
