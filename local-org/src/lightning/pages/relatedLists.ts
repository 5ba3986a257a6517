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

/** Objects whose rows say nothing as a related list. */
const withoutList = new Set([
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

/** All related lists of an object that has no layout: its name and the fields of its compact layout as columns. */
export function defaultRelatedLists(object: SObjectType, schema: Schema, site: SiteMetadata): readonly RelatedListModel[] {
  return object.childRelationships.flatMap((relationship) => {
    const child = schema.object(relationship.childObject);
    if (relationship.relationshipName === undefined || child === undefined || withoutList.has(child.name.toLowerCase())) return [];
    const names = [child.nameField ?? 'Id', ...(site.compactLayouts.get(child.name) ?? defaultColumns)];
    const columns = [...new Set(names)].map((name) => child.fields.get(name.toLowerCase())).filter((field) => field !== undefined);
    return [
      {
        ...header(relationship, child, site),
        columns: columns.slice(0, 5).map((field) => fieldModel(schema, child, field)),
        sortBy: newestFirst(child),
      },
    ];
  });
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
