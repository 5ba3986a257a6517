import type { FieldModel, RelatedListModel } from '../../pages/pageSettings.ts';
import type { FieldValueRepresentation, RecordRepresentation } from '../lds/records.ts';
import type { GraphqlNode } from './graphqlBatch.ts';

/** Types of which GraphQL has no values: compound and masked ones, and files. */
const leftOut: ReadonlySet<string> = new Set(['address', 'location', 'encryptedstring', 'base64']);

/** What reads the first rows of a related list. */
export function relatedListSelection(list: RelatedListModel, parentId: string, rows: number): string {
  const fields = [...new Set(list.columns.flatMap(selectionsOf))].join(' ');
  const filter = `where: { ${list.parentField}: { eq: ${JSON.stringify(parentId)} } }`;
  return `${list.objectApiName}(${filter}${orderOf(list)}, first: ${String(rows)}) { totalCount edges { node { Id ${fields} } } }`;
}

function orderOf({ sortBy }: RelatedListModel): string {
  const [first] = sortBy;
  if (first === undefined) return '';
  const field = first.slice(first.indexOf('.') + 1);
  return `, orderBy: { ${field}: { order: ${first.startsWith('-') ? 'DESC' : 'ASC'}, nulls: LAST } }`;
}

function selectionsOf({ name, type, namePath, nameTypes }: FieldModel): readonly string[] {
  if (leftOut.has(type) || name === 'Id') return [];
  const own = `${name} { value displayValue }`;
  const [relationship, nameField] = namePath?.split('.') ?? [];
  if (relationship === undefined || nameField === undefined) return [own];
  const names = `${nameField} { value }`;
  const parent =
    nameTypes === undefined ? names : nameTypes.map(({ object, field }) => `... on ${object} { ${aliased(nameField, field)} }`).join(' ');
  return [own, `${relationship} { ${parent} }`];
}

/** A number and a text of the same name would not stand beside each other; the names of all records are texts. */
function aliased(nameField: string, field: string): string {
  return field === nameField ? `${field} { value }` : `${nameField}: ${field} { value }`;
}

/** A record of the answer in UI API's form, as the shell shows records. */
export function recordOf(node: GraphqlNode, objectApiName: string): RecordRepresentation {
  const fields = Object.entries(node).flatMap(([name, value]): [string, FieldValueRepresentation][] => {
    if (name === 'Id' || typeof value !== 'object') return [];
    return [[name, fieldOf(value)]];
  });
  return { apiName: objectApiName, id: node.Id, fields: Object.fromEntries(fields) };
}

function fieldOf(value: object | null): FieldValueRepresentation {
  if (value === null) return { displayValue: null, value: null };
  // A value has `value`; a parent has fields of its own.
  if ('value' in value) return value as FieldValueRepresentation;
  const fields = Object.entries(value).map(([name, inner]) => [name, fieldOf(inner as object | null)]);
  return { displayValue: null, value: { apiName: '', id: '', fields: Object.fromEntries(fields) as RecordRepresentation['fields'] } };
}
