import type { LayoutRelatedList } from '../../metadata/layout.ts';
import type { ChildRelationship, Schema, SObjectType } from '../../schema/types.ts';
import { columnField } from './columnField.ts';
import { fieldModel } from './fieldModel.ts';
import { objectIcon } from './objectIcon.ts';
import { mayOf } from './objectMay.ts';
import type { RelatedListModel } from './pageSettings.ts';
import type { SiteMetadata } from './siteMetadata.ts';

/** Standard related lists that layouts name in their own way. */
const standardLists: Readonly<Record<string, string>> = {
  RelatedContactList: 'Contacts',
  RelatedOpportunityList: 'Opportunities',
  RelatedCaseList: 'Cases',
  RelatedAccountList: 'ChildAccounts',
};

/** Lists that other components show (activities), or of things the org does not keep. */
const withoutTable = new Set([
  'RelatedActivityList',
  'RelatedHistoryList',
  'RelatedEntityHistoryList',
  'RelatedNoteList',
  'RelatedFileList',
]);

/** Objects whose rows say nothing as a related list, or that only tie records together. */
const withoutList = new Set([
  'accountcontactrole',
  'attachment',
  'contentdocumentlink',
  'note',
  'topicassignment',
  'event',
  'group',
  'permissionset',
  'permissionsetassignment',
  'profile',
  'recordtype',
  'task',
  'user',
  'userrole',
]);

/** Whether a layout's related list is a table of records here. */
export function isTable(name: string): boolean {
  return !withoutTable.has(name);
}

/** The object of a layout's related list; undefined when the org has no such list. */
export function childOfRelatedList(object: SObjectType, name: string, schema: Schema): SObjectType | undefined {
  const relationship = findRelationship(object, name);
  return relationship?.relationshipName === undefined ? undefined : schema.object(relationship.childObject);
}

/** The related list of a layout; undefined for those that are no table here. What a layout names was checked when it was deployed. */
export function layoutRelatedList(
  list: LayoutRelatedList,
  object: SObjectType,
  schema: Schema,
  site: SiteMetadata,
): RelatedListModel | undefined {
  const relationship = isTable(list.name) ? findRelationship(object, list.name) : undefined;
  const child = childOfRelatedList(object, list.name, schema);
  if (relationship === undefined || child === undefined) return undefined;
  const columns = list.fields.map((column) => columnField(child, column)).filter((field) => field !== undefined);
  const sortField = list.sortField === undefined ? undefined : columnField(child, list.sortField);
  const sortBy = sortField === undefined ? [] : [`${list.descending ? '-' : ''}${child.name}.${sortField.name}`];
  return { ...header(relationship, child, site), columns: columns.map((field) => fieldModel(schema, child, field)), sortBy };
}

function findRelationship(object: SObjectType, name: string): ChildRelationship | undefined {
  // Custom fields of activities are written on Activity and are Task's (and Event's) here.
  const [written, field] = name.split('.');
  const childObject = written === 'Activity' ? 'Task' : written;
  const relationshipName = standardLists[name] ?? name;
  return object.childRelationships.find((candidate) =>
    field === undefined
      ? candidate.relationshipName === relationshipName
      : candidate.childObject === childObject && candidate.field === field,
  );
}

/** Lists of a page that nobody made: what one document of the API may ask for. */
const mostLists = 10;

/** What people look for first on the records of standard objects. */
const firstChildren = ['contact', 'opportunity', 'case'];

/**
 * The related lists of an object that has no layout: name and compact layout of each kind of child. Those of
 * daily work come first, then the package's own; a second lookup of the same standard object is left out.
 */
export function defaultRelatedLists(object: SObjectType, schema: Schema, site: SiteMetadata): readonly RelatedListModel[] {
  const shown = object.childRelationships.flatMap((relationship) => {
    const child = schema.object(relationship.childObject);
    return relationship.relationshipName === undefined || child === undefined || !hasRows(child) ? [] : [{ relationship, child }];
  });
  const first = shown.filter(({ child }, place) => child.custom || shown.findIndex((other) => other.child === child) === place);
  return first
    .toSorted((one, other) => rank(one.child) - rank(other.child))
    .slice(0, mostLists)
    .map(({ relationship, child }) => {
      const names = [child.nameField ?? 'Id', ...(site.compactLayouts.get(child.name) ?? defaultColumns)];
      const columns = [...new Set(names)].map((name) => child.fields.get(name.toLowerCase())).filter((field) => field !== undefined);
      return {
        ...header(relationship, child, site),
        columns: columns.slice(0, 5).map((field) => fieldModel(schema, child, field)),
        sortBy: newestFirst(child),
      };
    });
}

function hasRows({ name, kind }: SObjectType): boolean {
  return (kind === 'standard' || kind === 'custom') && !withoutList.has(name.toLowerCase());
}

function rank({ name, custom }: SObjectType): number {
  const place = firstChildren.indexOf(name.toLowerCase());
  if (place !== -1) return place;
  return custom ? firstChildren.length : firstChildren.length + 1;
}

/** Objects whose names are numbers that count up show the newest first. */
function newestFirst(child: SObjectType): readonly string[] {
  const name = child.nameField === undefined ? undefined : child.fields.get(child.nameField.toLowerCase());
  return name?.autoNumber === undefined ? [] : [`-${child.name}.${name.name}`];
}

const defaultColumns = ['Title', 'StageName', 'Status', 'Email', 'Phone', 'Amount', 'CloseDate', 'Priority', 'OwnerId'];

function header(relationship: ChildRelationship, child: SObjectType, site: SiteMetadata): Omit<RelatedListModel, 'columns' | 'sortBy'> {
  return {
    relatedListId: relationship.relationshipName ?? '',
    label: child.labelPlural,
    objectApiName: child.name,
    icon: objectIcon(child, site.tabs),
    parentField: relationship.field,
    recordLabel: child.label,
    may: mayOf(child),
  };
}
