import type { Field, Schema, SObjectType } from '../schema/types.ts';
import type { ReportShape } from './reportShape.ts';

/** Where a column of a report is found. */
export interface FieldColumn {
  /** Index of its table in the shape. */
  readonly table: number;
  /** Names of the relationships from the table's record to the one that has the field, as SOQL knows them. */
  readonly steps: readonly string[];
  /** API name of the object that has the field. */
  readonly owner: string;
  readonly field: Field;
  /** The field is a lookup and the column shows the parent's name. */
  readonly lookup?: string;
  /** Tells one column from another, however it is written. */
  readonly key: string;
  readonly name: string;
  readonly token: string;
  /** Labels of the lookups on the way, and of the field. */
  readonly labels: readonly string[];
}

/** The column that a text names, in either form (see `ReportDefinition`); undefined when there is none. */
export function findColumn(schema: Schema, shape: ReportShape, text: string): FieldColumn | undefined {
  for (const { table, path } of readings(shape, shape.synonyms?.get(text.trim().toLowerCase()) ?? text)) {
    const start = shape.tables[table];
    const object = start === undefined ? undefined : schema.object(start.object.name);
    const found = start === undefined || object === undefined ? undefined : follow(schema, object, path);
    if (start === undefined || found === undefined) continue;
    const key = `${String(table)} ${found.fields.map(({ name }) => name.toLowerCase()).join('.')}`;
    const names = found.fields.map((field, index) =>
      index < found.fields.length - 1 || found.lookup !== undefined ? lookupName(field) : field.name,
    );
    return {
      table,
      steps: found.steps,
      owner: found.owner.name,
      field: found.field,
      ...(found.lookup === undefined ? {} : { lookup: found.lookup }),
      key,
      name: `${start.alias}.${names.join('.')}`,
      token: `${start.token}$${names.join('.')}`,
      labels: found.fields.map((field, index) =>
        index < found.fields.length - 1 || found.lookup !== undefined ? lookupLabel(field) : field.label,
      ),
    };
  }
  return undefined;
}

interface Reading {
  readonly table: number;
  readonly path: readonly string[];
}

/** How a text can be split into a table and a path: the longer table first, since `Contact.Responses__r.X` begins like `Contact.X`. */
function readings(shape: ReportShape, text: string): readonly Reading[] {
  const wanted = text.trim().toLowerCase();
  const dollar = text.indexOf('$');
  const tables = shape.tables.map((table, index) => ({ table, index })).reverse();
  if (dollar >= 0) {
    const found = tables.find(({ table }) => table.token.toLowerCase() === wanted.slice(0, dollar));
    return found === undefined
      ? []
      : [
          {
            table: found.index,
            path: text
              .trim()
              .slice(dollar + 1)
              .split('.'),
          },
        ];
  }
  return tables.flatMap(({ table, index }) =>
    [...new Set([table.token, table.alias])]
      .filter((start) => wanted.startsWith(`${start.toLowerCase()}.`))
      .map((start) => ({
        table: index,
        path: text
          .trim()
          .slice(start.length + 1)
          .split('.'),
      })),
  );
}

interface Followed {
  readonly steps: readonly string[];
  readonly owner: SObjectType;
  readonly field: Field;
  readonly lookup?: string;
  /** The lookups on the way, and the field. */
  readonly fields: readonly Field[];
}

function follow(schema: Schema, start: SObjectType, path: readonly string[]): Followed | undefined {
  const steps: string[] = [];
  const fields: Field[] = [];
  let owner = start;
  for (const [index, segment] of path.slice(0, -1).entries()) {
    const field = lookupField(owner, segment);
    const relationship = field?.reference?.relationshipName;
    if (field === undefined || relationship === undefined) return undefined;
    // `Account.Name` is the lookup itself.
    if (index === path.length - 2 && isNameOf(schema, field, path.at(-1) ?? '')) return lookup(owner, steps, [...fields, field], field);
    const target = targetOf(schema, field, segment);
    if (target === undefined) return undefined;
    steps.push(field.reference?.targets.length === 1 ? relationship : `${relationship}:${target.name}`);
    fields.push(field);
    owner = target;
  }
  const last = path.at(-1) ?? '';
  const field = owner.fields.get(last.toLowerCase());
  if (field !== undefined && (field.reference === undefined || !field.custom)) return { steps, owner, field, fields: [...fields, field] };
  const parent = field ?? lookupField(owner, last);
  return parent === undefined ? undefined : lookup(owner, steps, [...fields, parent], parent);
}

function lookup(owner: SObjectType, steps: readonly string[], fields: readonly Field[], field: Field): Followed | undefined {
  const relationship = field.reference?.relationshipName;
  return relationship === undefined ? undefined : { steps, owner, field, lookup: relationship, fields };
}

function isNameOf(schema: Schema, { reference }: Field, name: string): boolean {
  return (
    (reference?.targets ?? []).every((target) => (schema.object(target)?.nameField ?? 'Name').toLowerCase() === name.toLowerCase()) ||
    name.toLowerCase() === 'name'
  );
}

/** The lookup that a segment of a path means: by its field's name or its relationship's (`Contact__c`, `Account`, `Owner:User`). */
function lookupField(object: SObjectType, segment: string): Field | undefined {
  const [name = ''] = segment.toLowerCase().split(':');
  const field = object.fields.get(name);
  if (field?.reference !== undefined) return field;
  return [...object.fields.values()].find(({ reference }) => reference?.relationshipName?.toLowerCase() === name);
}

/** The object to go on with; of several the one that is named, or users. */
function targetOf(schema: Schema, { reference }: Field, segment: string): SObjectType | undefined {
  const [, named] = segment.split(':');
  const targets = reference?.targets ?? [];
  const [only] = targets;
  const wanted = targets.length === 1 ? only : targets.find((target) => target.toLowerCase() === (named ?? 'User').toLowerCase());
  return wanted === undefined ? undefined : schema.object(wanted);
}

function lookupName(field: Field): string {
  return field.custom ? field.name : (field.reference?.relationshipName ?? field.name);
}

/** `Account ID` is shown as `Account`. */
function lookupLabel({ label }: Field): string {
  return label.replace(/ ID$/u, '');
}
