import { MetadataError, type MetadataProblem } from '../errors.ts';
import { filesOfType, type PackageSource } from './packageSource.ts';
import { ShapeReader } from './shapeReader.ts';

/** A titled block of fields. */
export interface LayoutSection {
  readonly label: string;
  readonly showLabel: boolean;
  /** One or two columns of field names from top to bottom; null is an empty space. */
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

/** Reads the page layouts. @throws MetadataError for settings that the shell does not know */
export function readLayouts(source: PackageSource): readonly Layout[] {
  const problems: MetadataProblem[] = [];
  const layouts = filesOfType(source, 'Layout').map((file): Layout => {
    const reader = new ShapeReader(file.root, (element, line, message) => problems.push({ file: file.path, element, line, message }));
    const layout = readLayout(file.name, reader);
    reader.close();
    return layout;
  });
  if (problems.length > 0) throw new MetadataError(problems);
  return layouts;
}

function readLayout(name: string, reader: ShapeReader): Layout {
  // Buttons, quick actions and the classic mini page: the shell has none of them.
  reader.harmless(
    'excludeButtons',
    'miniLayout',
    'platformActionList',
    'quickActionList',
    'relatedContent',
    'relatedObjects',
    'summaryLayout',
  );
  reader.harmless('customButtons', 'emailDefault', 'headers', 'feedLayout', 'multilineLayoutFields');
  for (const flag of ['showEmailCheckbox', 'showHighlightsPanel', 'showInteractionLogPanel', 'showKnowledgeComponent'])
    reader.harmless(flag);
  for (const flag of ['showRunAssignmentRulesCheckbox', 'showSolutionSection', 'showSubmitAndAttachButton', 'runAssignmentRulesDefault']) {
    reader.harmless(flag);
  }
  return {
    name,
    objectName: name.split('-')[0] ?? name,
    sections: reader.each('layoutSections', readSection).filter((section) => section.columns.some((column) => column.length > 0)),
    relatedLists: reader.each('relatedLists', readRelatedList),
  };
}

function readSection(section: ShapeReader): LayoutSection {
  section.harmless('customLabel', 'editHeading', 'summaryLayout');
  const label = section.text('label') ?? '';
  section.describeAs(`layoutSections ${label}`);
  const showLabel = section.text('detailHeading') !== 'false';
  // Custom links hold nothing that a record has.
  section.oneOf('style', ['TwoColumnsLeftToRight', 'TwoColumnsTopToBottom', 'OneColumn', 'CustomLinks'] as const);
  return { label, showLabel, columns: section.each('layoutColumns', readColumn) };
}

function readColumn(column: ShapeReader): readonly (string | null)[] {
  column.harmless('reserved');
  return column
    .each('layoutItems', (item): string | null | undefined => {
      item.harmless('behavior', 'height', 'width', 'showLabel', 'showScrollbars');
      item.refuse('page', 'component', 'canvas', 'scontrol', 'analyticsCloudComponent', 'reportChartComponent');
      const field = item.text('field');
      const link = item.text('customLink');
      return field ?? (item.flag('emptySpace') || link !== undefined ? null : undefined);
    })
    .filter((field) => field !== undefined);
}

function readRelatedList(list: ShapeReader): LayoutRelatedList {
  const name = list.requiredText('relatedList');
  list.describeAs(`relatedLists ${name}`);
  list.harmless('customButtons', 'excludeButtons', 'quickActions');
  const sortField = list.text('sortField');
  return {
    name,
    fields: list.each('fields', (field) => field.element.text.trim()),
    descending: list.oneOf('sortOrder', ['Asc', 'Desc'] as const) === 'Desc',
    ...(sortField === undefined ? {} : { sortField }),
  };
}
