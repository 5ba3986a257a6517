import { filesOfType, type PackageSource } from './packageSource.ts';
import { children, childFlag, childText, type XmlElement } from './xmlTree.ts';

/** A group of fields of a layout. */
export interface LayoutSection {
  readonly label: string;
  readonly showLabel: boolean;
  /** Field names by column, each from top to bottom; null is an empty space. */
  readonly columns: readonly (readonly (string | null)[])[];
}

/** A related list as a layout places it. */
export interface LayoutRelatedList {
  /** As written: `RelatedCaseList`, `PulseResponse__c.ContactPulse__c`. */
  readonly name: string;
  /** Column names as written: `NAME`, `CASES.SUBJECT`, `Rating__c`. */
  readonly fields: readonly string[];
  readonly sortField?: string;
  readonly descending: boolean;
}

/** A page layout: what the detail tab and the related lists show. */
export interface Layout {
  readonly name: string;
  readonly objectName: string;
  readonly sections: readonly LayoutSection[];
  readonly relatedLists: readonly LayoutRelatedList[];
  /** Names of quick actions in their order; absent: the layout does not say. */
  readonly actions?: readonly string[];
}

/** Reads the page layouts: their fields and related lists. Standard buttons and the classic mini page are not shown here. */
export function readLayouts(source: PackageSource): readonly Layout[] {
  return filesOfType(source, 'Layout').map(({ name, root }) => ({
    name,
    objectName: objectOfLayout(name),
    sections: children(root, 'layoutSections')
      .map(readSection)
      .filter((section) => section.columns.some((column) => column.length > 0)),
    relatedLists: children(root, 'relatedLists').map(readRelatedList),
    ...actionsOf(root),
  }));
}

/** `Account` of `Account-Account Layout`. */
export function objectOfLayout(name: string): string {
  return name.split('-')[0] ?? name;
}

/** The actions of Lightning pages (`platformActionList`), else those of the publisher (`quickActionList`). */
function actionsOf(root: XmlElement): { readonly actions?: readonly string[] } {
  const list = children(root, 'platformActionList').find((candidate) => childText(candidate, 'actionListContext') === 'Record');
  if (list !== undefined) {
    const items = children(list, 'platformActionListItems').filter((item) => childText(item, 'actionType') === 'QuickAction');
    const sorted = items.toSorted((left, right) => Number(childText(left, 'sortOrder')) - Number(childText(right, 'sortOrder')));
    return { actions: sorted.map((item) => childText(item, 'actionName') ?? '') };
  }
  const publisher = children(root, 'quickActionList');
  if (publisher.length === 0) return {};
  return {
    actions: publisher.flatMap((one) => children(one, 'quickActionListItems')).map((item) => childText(item, 'quickActionName') ?? ''),
  };
}

function readSection(section: XmlElement): LayoutSection {
  return {
    label: childText(section, 'label') ?? '',
    showLabel: childText(section, 'detailHeading') !== 'false',
    columns: children(section, 'layoutColumns').map(readColumn),
  };
}

/** Custom links hold nothing that a record has: they leave an empty space. */
function readColumn(column: XmlElement): readonly (string | null)[] {
  return children(column, 'layoutItems').flatMap((item): readonly (string | null)[] => {
    const field = childText(item, 'field');
    if (field !== undefined) return [field];
    return childFlag(item, 'emptySpace') || childText(item, 'customLink') !== undefined ? [null] : [];
  });
}

function readRelatedList(list: XmlElement): LayoutRelatedList {
  const sortField = childText(list, 'sortField');
  return {
    name: childText(list, 'relatedList') ?? '',
    fields: children(list, 'fields').map((field) => field.text.trim()),
    descending: childText(list, 'sortOrder') === 'Desc',
    ...(sortField === undefined ? {} : { sortField }),
  };
}
