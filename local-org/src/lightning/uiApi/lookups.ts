import { SalesforceError } from '../../errors.ts';
import type { Field, SObjectType } from '../../schema/types.ts';
import type { Condition } from '../../soql/ast.ts';
import { emptyTree } from '../../uiApi/records/fieldTree.ts';
import { recordRepresentation } from '../../uiApi/records/recordRepresentation.ts';
import { listOf } from '../../uiApi/records/requestedFields.ts';
import { selectTree } from '../../uiApi/records/selectTree.ts';
import { wholeNumber } from '../../uiApi/relatedLists/relatedListRequest.ts';
import { standardHighlights } from '../pages/standardFields.ts';
import { objectNamed, type UiContext } from './uiContext.ts';

const DEFAULT_PAGE = 25;
const LARGEST_PAGE = 2000;

/** UI API's lookup suggestions: records that a lookup field may point at, by what was typed. @throws SalesforceError INVALID_FIELD, ... */
export function lookupRecords(
  context: UiContext,
  place: { readonly object: string; readonly field: string; readonly target: string | undefined },
  source: unknown,
): Record<string, unknown> {
  const object = objectNamed(context, place.object);
  const field = lookupField(object, place.field);
  const target = objectNamed(context, targetName(field, place.target));
  const pageSize = wholeNumber(source, 'pageSize', DEFAULT_PAGE, 1, LARGEST_PAGE);
  const page = wholeNumber(source, 'page', 1, 1, Number.MAX_SAFE_INTEGER);
  const [typed = ''] = textsOf(source, 'q');
  const tree = emptyTree(target);
  for (const name of shownNames(target)) {
    const shown = target.fields.get(name.toLowerCase());
    if (shown !== undefined) tree.fields.set(shown.name, shown);
  }
  const nameField = target.nameField ?? 'Id';
  const where = typedCondition(target, typed);
  const cursor = context.org.queries.open(
    {
      kind: 'select',
      select: selectTree(tree),
      from: target.name,
      ...(where === undefined ? {} : { where }),
      orderBy: [
        { by: [nameField], direction: 'ASC', nulls: 'LAST' },
        { by: ['Id'], direction: 'ASC', nulls: 'FIRST' },
      ],
    },
    context.user,
  );
  const records = cursor.read((page - 1) * pageSize, pageSize).map((record) => recordRepresentation(record, tree, context.user));
  return {
    count: records.length,
    currentPageToken: String(page),
    nextPageToken: page * pageSize < cursor.totalSize ? String(page + 1) : null,
    previousPageToken: page > 1 ? String(page - 1) : null,
    records,
  };
}

/** The name, and what the compact layout of the target tells apart those of one name by. */
function shownNames(target: SObjectType): readonly string[] {
  const [, ...more] = [target.nameField ?? 'Id', ...(standardHighlights[target.name] ?? [])];
  return [target.nameField ?? 'Id', ...more.slice(0, 1)];
}

function lookupField(object: SObjectType, name: string): Field {
  const field = object.fields.get(name.toLowerCase());
  if (field?.reference === undefined) throw new SalesforceError('INVALID_FIELD', `${object.name} has no lookup field ${name}`);
  return field;
}

function targetName({ name, reference }: Field, wanted: string | undefined): string {
  const targets = reference?.targets ?? [];
  const found = wanted === undefined ? targets[0] : targets.find((target) => target.toLowerCase() === wanted.toLowerCase());
  if (found === undefined) throw new SalesforceError('INVALID_FIELD', `${name} cannot point at ${wanted ?? 'any object'}`);
  return found;
}

/** Each word stands in the name: people type parts of it in any order. */
function typedCondition(target: SObjectType, typed: string): Condition | undefined {
  const left = [target.nameField ?? 'Id'];
  const words = typed
    .replaceAll('*', ' ')
    .trim()
    .split(/\s+/u)
    .filter((word) => word !== '')
    .slice(0, 8);
  const conditions = words.map((word): Condition => ({ kind: 'compare', left, operator: 'LIKE', right: contains(word) }));
  return conditions.length < 2 ? conditions[0] : { kind: 'and', conditions };
}

/** `%` and `_` of the word itself, and backslashes, stand behind one. */
function contains(word: string): { readonly kind: 'string'; readonly value: string; readonly pattern: string } {
  return { kind: 'string', value: word, pattern: `%${word.replaceAll(/[\\%_]/gu, String.raw`\$&`)}%` };
}

/** As `listOf`, but commas are part of what was typed. */
function textsOf(source: unknown, name: string): readonly string[] {
  const value: unknown = typeof source === 'object' && source !== null ? Reflect.get(source, name) : undefined;
  return typeof value === 'string' ? [value] : listOf(source, name);
}
