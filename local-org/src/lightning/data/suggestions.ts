import { SalesforceError } from '../../errors.ts';
import type { Org } from '../../org.ts';
import type { SObjectType } from '../../schema/types.ts';
import { findField } from '../pages/fieldModel.ts';
import { plainValue } from '../pages/listCells.ts';
import { objectIcon } from '../pages/objectIcon.ts';
import { searchedObjects, searchRecords } from '../pages/recordSearch.ts';
import type { SiteMetadata } from '../pages/siteMetadata.ts';
import type { Viewer } from '../pages/viewer.ts';

/** A record that may be meant by what somebody types. */
export interface Suggestion {
  readonly id: string;
  readonly label: string;
  /** What kind of record. */
  readonly note: string;
  readonly icon: string;
  readonly url: string;
}

const mostOfEach = 3;
const most = 8;

/** Records whose names begin with the words, the open app's objects first. */
export function suggestionsFor(words: string, org: Org, site: SiteMetadata, viewer: Viewer): readonly Suggestion[] {
  const found: Suggestion[] = [];
  for (const object of searchedObjects(viewer.schema, site, viewer.app?.tabs ?? [])) {
    if (found.length >= most) break;
    found.push(...namedLike(words, object, mostOfEach, { org, site, viewer }));
  }
  return found.slice(0, most);
}

/** Records of some objects for a lookup: those whose names begin with the words; without words the ones that changed last. */
export function lookupChoices(
  words: string,
  object: SObjectType,
  context: { readonly org: Org; readonly site: SiteMetadata; readonly viewer: Viewer },
): readonly Suggestion[] {
  return words.trim().length < 2 ? newest(object, context) : namedLike(words, object, most, context);
}

interface SuggestionContext {
  readonly org: Org;
  readonly site: SiteMetadata;
  readonly viewer: Viewer;
}

function namedLike(words: string, object: SObjectType, limit: number, context: SuggestionContext): readonly Suggestion[] {
  const { org, viewer } = context;
  const fields = fieldsOf(object);
  try {
    const records = searchRecords(org, viewer.user, { words, group: 'NAME', object, fields, limit });
    return records.map((record) => suggestion(record, object, context));
  } catch (error) {
    // One letter, or nothing but signs: there is nothing to look for yet.
    if (error instanceof SalesforceError) return [];
    throw error;
  }
}

function newest(object: SObjectType, context: SuggestionContext): readonly Suggestion[] {
  const { org, viewer } = context;
  const order = findField(object, 'LastModifiedDate') === undefined ? 'Id' : 'LastModifiedDate DESC';
  const soql = `SELECT Id, ${fieldsOf(object).join(', ')} FROM ${object.name} ORDER BY ${order} LIMIT ${most}`;
  return org.queries.run(soql, viewer.user).records.map((record) => suggestion(record, object, context));
}

function fieldsOf(object: SObjectType): readonly string[] {
  return [object.nameField ?? 'Id', ...(object.name === 'Contact' && findField(object, 'AccountId') !== undefined ? ['Account.Name'] : [])];
}

type Row = Parameters<typeof plainValue>[0];

function suggestion(record: Row, object: SObjectType, { site }: SuggestionContext): Suggestion {
  const id = String(plainValue(record, 'Id') ?? record.id ?? '');
  const account = record.fields.get('Account');
  const employer = account?.kind === 'parent' && account.record !== null ? plainValue(account.record, 'Name') : null;
  return {
    id,
    label: String(plainValue(record, object.nameField ?? 'Id') ?? id),
    note: employer === null ? object.label : `${object.label} · ${String(employer)}`,
    icon: objectIcon(object, site.tabs),
    url: `/lightning/r/${object.name}/${id}/view`,
  };
}
