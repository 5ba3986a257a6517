import { SalesforceError } from '../../errors.ts';
import type { Org } from '../../org.ts';
import type { Field, SObjectType } from '../../schema/types.ts';
import { fieldModel, findField, pathToName } from './fieldModel.ts';
import { listRow } from './listCells.ts';
import { objectIcon } from './objectIcon.ts';
import type { SearchGroupModel, SearchPageModel } from './pageSettings.ts';
import { searchedObjects, searchRecords } from './recordSearch.ts';
import { standardHighlights } from './standardFields.ts';
import type { SiteMetadata } from './siteMetadata.ts';
import type { Viewer } from './viewer.ts';

/** Rows of each object, and of one object that is looked at alone. */
const rowsOfMany = 5;
const rowsOfOne = 100;
const mostColumns = 5;

export interface SearchPlace {
  readonly term: string;
  /** Only results of this object. */
  readonly objectName?: string | undefined;
}

/** What is found for some words, by object. */
export function searchPageModel(
  { term, objectName }: SearchPlace,
  { org, site, viewer }: { readonly org: Org; readonly site: SiteMetadata; readonly viewer: Viewer },
): SearchPageModel {
  const { schema, user, texts, app } = viewer;
  const model = { kind: 'search' as const, term: term.trim() };
  if (model.term.length < 2) return { ...model, problem: texts.searchTooShort, groups: [] };
  const all = searchedObjects(schema, site, app?.tabs ?? []);
  const objects = objectName === undefined ? all : all.filter(({ name }) => name === objectName);
  const limit = objectName === undefined ? rowsOfMany : rowsOfOne;
  try {
    const groups = objects.flatMap((object): SearchGroupModel[] => {
      const columns = columnsOf(object, site);
      const fields = columns.flatMap((field) => [field.name, pathToName(schema, field) ?? field.name]);
      const found = searchRecords(org, user, { words: model.term, group: 'ALL', object, fields, limit: limit + 1 });
      if (found.length === 0) return [];
      return [
        {
          objectApiName: object.name,
          label: object.labelPlural,
          icon: objectIcon(object, site.tabs),
          columns: columns.map((field) => fieldModel(schema, object, field).label),
          rows: found.slice(0, limit).map((record) => listRow(record, columns, object, schema)),
          total: Math.min(found.length, limit),
          more: found.length > limit,
          url: `/lightning/search?${new URLSearchParams({ q: model.term, object: object.name }).toString()}`,
        },
      ];
    });
    return { ...model, groups };
  } catch (error) {
    if (!(error instanceof SalesforceError)) throw error;
    return { ...model, problem: texts.searchTooShort, groups: [] };
  }
}

/** The name, and what the compact layout shows. */
function columnsOf(object: SObjectType, site: SiteMetadata): readonly Field[] {
  const names = [object.nameField ?? 'Id', ...(site.compactLayouts.get(object.name) ?? standardHighlights[object.name] ?? ['OwnerId'])];
  return [...new Set(names)]
    .map((name) => findField(object, name))
    .filter((field) => field !== undefined)
    .slice(0, mostColumns);
}
