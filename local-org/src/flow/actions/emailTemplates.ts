import type { RequestUser } from '../../requestUser.ts';
import type { Schema, SObjectType } from '../../schema/types.ts';
import type { SelectItem } from '../../soql/ast.ts';
import type { QueryService } from '../../soql/types.ts';
import type { RecordReader } from '../parents.ts';
import { mergeFieldsIn, pathOfMergeField, relationshipTo, type MergeField } from './mergeFields.ts';

/** Subject and bodies, with merge fields or with their values. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly html: string | undefined;
}

/** Whom and what a letter is about. */
export interface LetterRecords {
  /** The record that the template's own fields come from. */
  readonly relatedId: string | undefined;
  /** Contact, lead or user who gets it. */
  readonly recipientId: string | undefined;
}

/** Fills in e-mail templates. */
export class EmailTemplates {
  readonly #schema: Schema;
  readonly #queries: QueryService;
  readonly #reader: RecordReader;
  readonly #instanceUrl: () => string;

  constructor(parts: { schema: Schema; queries: QueryService; reader: RecordReader; instanceUrl: () => string }) {
    this.#schema = parts.schema;
    this.#queries = parts.queries;
    this.#reader = parts.reader;
    this.#instanceUrl = parts.instanceUrl;
  }

  /** The template of an EmailTemplate record; undefined when there is none. */
  byId(id: string): Letter | undefined {
    const object = this.#schema.object('EmailTemplate');
    const values = object === undefined ? undefined : this.#reader.read(object, [id]).get(id);
    if (values === undefined) return undefined;
    const text = (name: string): string | undefined => (typeof values[name] === 'string' ? values[name] : undefined);
    return { subject: text('Subject') ?? '', text: text('Body') ?? '', html: text('HtmlValue') };
  }

  /** The letter for each of these, one query for each object that it takes fields from. */
  fill(letter: Letter, records: readonly LetterRecords[], user: RequestUser, organizationId: string | undefined): Letter[] {
    const fields = [letter.subject, letter.text, letter.html ?? ''].flatMap(mergeFieldsIn);
    const values = new MergeValues(this.#schema, this.#queries, user, this.#instanceUrl());
    const sources = records.map((one) => fields.map((field) => ({ field, at: this.#sourceOf(field, one, user, organizationId) })));
    for (const { at } of sources.flat()) if (at !== undefined) values.want(at.object, at.id, at.path);
    values.load();
    return sources.map((found) => {
      const texts = new Map(found.map(({ field, at }) => [field.source, at === undefined ? '' : values.text(at.object, at.id, at.path)]));
      const merged = (text: string): string => {
        let result = text;
        for (const [source, value] of texts) result = result.replaceAll(source, () => value);
        return result;
      };
      return {
        subject: merged(letter.subject),
        text: merged(letter.text),
        html: letter.html === undefined ? undefined : merged(letter.html),
      };
    });
  }

  #sourceOf(field: MergeField, records: LetterRecords, user: RequestUser, organizationId: string | undefined): MergeSource | undefined {
    const root = field.root.toLowerCase();
    const roots: readonly (string | undefined)[] =
      root === 'recipient'
        ? [records.recipientId]
        : root === 'user' || root === 'sender'
          ? [user.id]
          : root === 'organization'
            ? [organizationId]
            : [records.relatedId, records.recipientId];
    const named = ['recipient', 'user', 'sender', 'organization'].includes(root);
    for (const id of roots) {
      const object = id === undefined ? undefined : this.#schema.objectOfId(id);
      if (object === undefined || id === undefined) continue;
      const path = named || object.name.toLowerCase() === root ? this.#own(object, field.field) : this.#parent(object, field);
      if (path !== undefined) return { object, id, path };
    }
    return undefined;
  }

  #own(object: SObjectType, field: string): readonly string[] | undefined {
    return field.toLowerCase() === 'link' ? ['Id', 'Link'] : pathOfMergeField(object, field, this.#schema);
  }

  /** A field of a record that the related record points at: `{!Account.Name}` in the template of a contact. */
  #parent(object: SObjectType, { root, field }: MergeField): readonly string[] | undefined {
    const relationship = relationshipTo(object, root);
    const parent = this.#schema.object(root);
    const path = parent === undefined ? undefined : pathOfMergeField(parent, field, this.#schema);
    return relationship === undefined || path === undefined ? undefined : [relationship, ...path];
  }
}

interface MergeSource {
  readonly object: SObjectType;
  readonly id: string;
  readonly path: readonly string[];
}

/** The values that letters show, as the running user's locale writes them. */
class MergeValues {
  readonly #schema: Schema;
  readonly #queries: QueryService;
  readonly #user: RequestUser;
  readonly #instanceUrl: string;
  readonly #wanted = new Map<string, { readonly ids: Set<string>; readonly paths: Map<string, readonly string[]> }>();
  readonly #values = new Map<string, string>();

  constructor(schema: Schema, queries: QueryService, user: RequestUser, instanceUrl: string) {
    this.#schema = schema;
    this.#queries = queries;
    this.#user = user;
    this.#instanceUrl = instanceUrl;
  }

  want(object: SObjectType, id: string, path: readonly string[]): void {
    if (path.at(-1) === 'Link') return;
    let wanted = this.#wanted.get(object.name);
    if (wanted === undefined) this.#wanted.set(object.name, (wanted = { ids: new Set(), paths: new Map() }));
    wanted.ids.add(id);
    wanted.paths.set(path.join('.'), path);
  }

  load(): void {
    for (const [name, { ids, paths }] of this.#wanted) {
      const object = this.#schema.object(name);
      if (object === undefined) continue;
      const columns = [...paths.values()];
      const { records } = this.#queries.run(
        {
          kind: 'select',
          select: [{ kind: 'field', path: ['Id'] }, ...columns.map((path, index) => this.#shown(object, path, `merge${index}`))],
          from: name,
          where: { kind: 'in', left: ['Id'], negated: false, values: [...ids].map((value) => ({ kind: 'string', value })) },
        },
        this.#user,
      );
      for (const record of records) {
        for (const [index, path] of columns.entries()) {
          this.#values.set(`${record.id ?? ''} ${path.join('.')}`, textAt(record, path, `merge${index}`));
        }
      }
    }
  }

  text(_object: SObjectType, id: string, path: readonly string[]): string {
    if (path.at(-1) === 'Link') return `${this.#instanceUrl}/${id}`;
    return this.#values.get(`${id} ${path.join('.')}`) ?? '';
  }

  /** Numbers and dates are formatted; everything else is shown as it is. */
  #shown(object: SObjectType, path: readonly string[], alias: string): SelectItem {
    const type = path.length === 1 ? object.fields.get((path[0] ?? '').toLowerCase())?.type : undefined;
    const formatted = type === 'double' || type === 'currency' || type === 'int' || type === 'date' || type === 'datetime';
    return formatted ? { kind: 'call', call: { kind: 'function', name: 'FORMAT', args: [path] }, alias } : { kind: 'field', path };
  }
}

type Row = ReturnType<QueryService['run']>['records'][number];

function textAt(record: Row, path: readonly string[], alias: string): string {
  const aliased = record.fields.get(alias);
  if (aliased?.kind === 'value') return aliased.value === null ? '' : String(aliased.value);
  let row: Row | null = record;
  for (const [place, name] of path.entries()) {
    const found = fieldNamed(row, name);
    if (found === undefined) return '';
    if (found.kind === 'value') return place === path.length - 1 && found.value !== null ? String(found.value) : '';
    if (found.kind !== 'parent' || found.record === null) return '';
    row = found.record;
  }
  return '';
}

function fieldNamed(row: Row, name: string): ReturnType<Row['fields']['get']> {
  return row.fields.get(name) ?? [...row.fields].find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
}
