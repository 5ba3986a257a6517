import type { LayoutRelatedList } from '../../metadata/layout.ts';
import type { ChildRelationship, Schema, SObjectType } from '../../schema/types.ts';
import { columnField } from './columnField.ts';
import { fieldModel } from './fieldModel.ts';
import { objectIcon } from './objectIcon.ts';
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

/** The related list of a layout; undefined for those that are no table here. `problem` is why it cannot be found. */
export function layoutRelatedList(
  list: LayoutRelatedList,
  object: SObjectType,
  schema: Schema,
  site: SiteMetadata,
): { readonly model?: RelatedListModel; readonly problem?: string } {
  if (withoutTable.has(list.name)) return {};
  const relationship = findRelationship(object, list.name);
  const child = relationship === undefined ? undefined : schema.object(relationship.childObject);
  if (relationship?.relationshipName === undefined || child === undefined)
    return { problem: `there is no related list ${list.name} of ${object.name}` };
  const unknown = list.fields.find((column) => columnField(child, column) === undefined);
  if (unknown !== undefined) return { problem: `${child.name} has no column ${unknown}` };
  const columns = list.fields.map((column) => columnField(child, column)).filter((field) => field !== undefined);
  const sortField = list.sortField === undefined ? undefined : columnField(child, list.sortField);
  const sortBy = sortField === undefined ? [] : [`${list.descending ? '-' : ''}${child.name}.${sortField.name}`];
  return { model: { ...header(relationship, child, site), columns: columns.map((field) => fieldModel(schema, child, field)), sortBy } };
}

function findRelationship(object: SObjectType, name: string): ChildRelationship | undefined {
  const [childObject, field] = name.split('.');
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
  };
}
