import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { child, children, childText, parseXml, type XmlElement } from '../../../local-org/src/metadata/xmlTree.ts';
import { PACKAGE } from '../org.ts';

/** A report file, as far as figures depend on it. Names are those of the Metadata API. */
export interface ReportFile {
  /** `Folder/Name` */
  readonly fullName: string;
  readonly developerName: string;
  readonly name: string;
  readonly description: string;
  readonly reportType: string;
  readonly format: string;
  readonly columns: readonly { readonly field: string; readonly aggregateTypes: readonly string[] }[];
  readonly groupingsDown: readonly GroupingElement[];
  readonly groupingsAcross: readonly GroupingElement[];
  readonly aggregates: readonly FormulaElement[];
  readonly buckets: readonly BucketElement[];
  readonly rowFormulas: readonly { readonly developerName: string; readonly formula: string }[];
  readonly criteria: readonly Criterion[];
  readonly booleanFilter: string | undefined;
  readonly crossFilters: readonly CrossFilterElement[];
  readonly timeFrame: { readonly column: string; readonly interval: string; readonly start?: string; readonly end?: string } | undefined;
  readonly scope: string;
  readonly rowLimit: number | undefined;
  readonly sortColumn: string | undefined;
  readonly sortOrder: string;
  readonly showDetails: boolean;
  /** The file as text. */
  readonly text: string;
}

export interface GroupingElement {
  readonly field: string;
  readonly dateGranularity: string;
  readonly sortOrder: string;
  readonly sortByName: string | undefined;
  readonly sortType: string | undefined;
  readonly aggregateType: string | undefined;
}

export interface FormulaElement {
  readonly developerName: string;
  readonly masterLabel: string;
  readonly calculatedFormula: string;
  readonly isActive: boolean;
  readonly datatype: string;
  /** Decimals that are shown. */
  readonly scale: number;
  readonly downGroupingContext: string | undefined;
  readonly acrossGroupingContext: string | undefined;
}

export interface BucketElement {
  readonly developerName: string;
  readonly bucketType: string;
  readonly sourceColumnName: string;
  readonly useOther: boolean;
  readonly otherBucketLabel: string | undefined;
  readonly nullTreatment: string | undefined;
  readonly values: readonly {
    readonly value: string;
    readonly sources: readonly { readonly from?: number; readonly to?: number; readonly sourceValue?: string }[];
  }[];
}

export interface Criterion {
  readonly column: string;
  readonly operator: string;
  readonly value: string;
  readonly columnToColumn: boolean;
}

export interface CrossFilterElement {
  readonly operation: string;
  readonly primaryTableColumn: string;
  readonly relatedTable: string;
  readonly relatedTableJoinColumn: string;
  readonly criteria: readonly Criterion[];
}

/** A custom report type: the base object and what is joined to it, one below the other. */
export interface ReportTypeFile {
  readonly baseObject: string;
  readonly joins: readonly { readonly relationship: string; readonly outer: boolean }[];
  /** Tokens of the columns that it offers. */
  readonly columns: readonly string[];
}

const main = join(PACKAGE, 'main/default');

/** All report files of the package, by name. */
export function readReports(): readonly ReportFile[] {
  return filesBelow('reports', '.report-meta.xml').map(({ path, name }) => reportOf(name, readFileSync(path, 'utf8')));
}

/** Every custom report type of the package, by the name that reports use: with `__c` behind. */
export function readReportTypes(): ReadonlyMap<string, ReportTypeFile> {
  return new Map(
    filesBelow('reportTypes', '.reportType-meta.xml').map(({ path, name }) => {
      const root = parseXml(readFileSync(path, 'utf8'));
      return [`${name}__c`, { baseObject: textOf(root, 'baseObject'), joins: joinsOf(child(root, 'join')), columns: offeredBy(root) }];
    }),
  );
}

/** Files below a folder of the package; their names are paths from there on without the ending. */
export function filesBelow(folder: string, ending: string): readonly { readonly path: string; readonly name: string }[] {
  return readdirSync(join(main, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(ending))
    .sort()
    .map((path) => ({ path: join(main, folder, path), name: path.slice(0, -ending.length) }));
}

const offeredBy = (root: XmlElement): readonly string[] =>
  children(root, 'sections')
    .flatMap((section) => children(section, 'columns'))
    .map((column) => `${textOf(column, 'table')}$${textOf(column, 'field')}`);

function joinsOf(join: XmlElement | undefined): ReportTypeFile['joins'] {
  if (join === undefined) return [];
  return [{ relationship: textOf(join, 'relationship'), outer: childText(join, 'outerJoin') === 'true' }, ...joinsOf(child(join, 'join'))];
}

/** A report from the text of its file. */
export function reportOf(fullName: string, text: string): ReportFile {
  const root = parseXml(text);
  const filter = child(root, 'filter');
  return {
    fullName,
    developerName: fullName.split('/').at(-1) ?? fullName,
    name: textOf(root, 'name'),
    description: textOf(root, 'description'),
    reportType: textOf(root, 'reportType'),
    format: textOf(root, 'format'),
    columns: children(root, 'columns').map((column) => ({
      field: textOf(column, 'field'),
      aggregateTypes: children(column, 'aggregateTypes').map((type) => type.text.trim()),
    })),
    groupingsDown: children(root, 'groupingsDown').map(groupingOf),
    groupingsAcross: children(root, 'groupingsAcross').map(groupingOf),
    aggregates: children(root, 'aggregates').map(formulaOf),
    buckets: children(root, 'buckets').map(bucketOf),
    rowFormulas: children(root, 'customDetailFormulas').map((formula) => ({
      developerName: textOf(formula, 'developerName'),
      formula: textOf(formula, 'calculatedFormula'),
    })),
    criteria: filter === undefined ? [] : children(filter, 'criteriaItems').map(criterionOf),
    booleanFilter: filter === undefined ? undefined : childText(filter, 'booleanFilter'),
    crossFilters: children(root, 'crossFilters').map((cross) => ({
      operation: textOf(cross, 'operation'),
      primaryTableColumn: textOf(cross, 'primaryTableColumn'),
      relatedTable: textOf(cross, 'relatedTable'),
      relatedTableJoinColumn: textOf(cross, 'relatedTableJoinColumn'),
      criteria: children(cross, 'criteriaItems').map(criterionOf),
    })),
    timeFrame: timeFrameOf(child(root, 'timeFrameFilter')),
    scope: textOf(root, 'scope') || 'organization',
    rowLimit: childText(root, 'rowLimit') === undefined ? undefined : Number(childText(root, 'rowLimit')),
    sortColumn: childText(root, 'sortColumn'),
    sortOrder: textOf(root, 'sortOrder') || 'Asc',
    showDetails: childText(root, 'showDetails') === 'true',
    text,
  };
}

const textOf = (element: XmlElement, name: string): string => (childText(element, name) ?? '').trim();

function groupingOf(element: XmlElement): GroupingElement {
  return {
    field: textOf(element, 'field'),
    dateGranularity: textOf(element, 'dateGranularity') || 'Day',
    sortOrder: textOf(element, 'sortOrder') || 'Asc',
    sortByName: childText(element, 'sortByName'),
    sortType: childText(element, 'sortType'),
    aggregateType: childText(element, 'aggregateType'),
  };
}

function formulaOf(element: XmlElement): FormulaElement {
  return {
    developerName: textOf(element, 'developerName'),
    masterLabel: textOf(element, 'masterLabel'),
    calculatedFormula: textOf(element, 'calculatedFormula'),
    isActive: textOf(element, 'isActive') === 'true',
    datatype: textOf(element, 'datatype'),
    scale: Number(textOf(element, 'scale')),
    downGroupingContext: childText(element, 'downGroupingContext'),
    acrossGroupingContext: childText(element, 'acrossGroupingContext'),
  };
}

function bucketOf(element: XmlElement): BucketElement {
  return {
    developerName: textOf(element, 'developerName'),
    bucketType: textOf(element, 'bucketType'),
    sourceColumnName: textOf(element, 'sourceColumnName'),
    useOther: textOf(element, 'useOther') === 'true',
    otherBucketLabel: childText(element, 'otherBucketLabel'),
    nullTreatment: childText(element, 'nullTreatment'),
    values: children(element, 'values').map((value) => ({
      value: textOf(value, 'value'),
      sources: children(value, 'sourceValues').map((source) => ({
        ...numberAs('from', source),
        ...numberAs('to', source),
        ...(childText(source, 'sourceValue') === undefined ? {} : { sourceValue: textOf(source, 'sourceValue') }),
      })),
    })),
  };
}

function numberAs<Name extends string>(name: Name, element: XmlElement): { readonly [key in Name]?: number } {
  const text = childText(element, name);
  return text === undefined ? {} : ({ [name]: Number(text) } as { readonly [key in Name]?: number });
}

function criterionOf(element: XmlElement): Criterion {
  return {
    column: textOf(element, 'column'),
    operator: textOf(element, 'operator'),
    value: textOf(element, 'value'),
    columnToColumn: textOf(element, 'columnToColumn') === 'true',
  };
}

function timeFrameOf(element: XmlElement | undefined): ReportFile['timeFrame'] {
  if (element === undefined) return undefined;
  const start = childText(element, 'startDate');
  const end = childText(element, 'endDate');
  return {
    column: textOf(element, 'dateColumn'),
    interval: textOf(element, 'interval'),
    ...(start === undefined ? {} : { start }),
    ...(end === undefined ? {} : { end }),
  };
}
