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
}

/** Reads the page layouts: their fields and related lists. Buttons, actions and the classic mini page are not shown here. */
export function readLayouts(source: PackageSource): readonly Layout[] {
  return filesOfType(source, 'Layout').map(({ name, root }) => ({
    name,
    objectName: objectOfLayout(name),
    sections: children(root, 'layoutSections')
      .map(readSection)
      .filter((section) => section.columns.some((column) => column.length > 0)),
    relatedLists: children(root, 'relatedLists').map(readRelatedList),
  }));
}

/** `Account` of `Account-Account Layout`. */
export function objectOfLayout(name: string): string {
  return name.split('-')[0] ?? name;
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
