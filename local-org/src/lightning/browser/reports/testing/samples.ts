import type { WireDescribe, WireExtendedMetadata, WireReportMetadata, WireResult } from '../wire.ts';

const extended: WireExtendedMetadata = {
  aggregateColumnInfo: { FORMULA1: { label: 'NPS', dataType: 'double' }, 's!Rated': { label: 'Rated', dataType: 'double' } },
  detailColumnInfo: { Name: { label: 'Answer', dataType: 'string' }, Useful: { label: 'Useful', dataType: 'boolean' } },
  groupingColumnInfo: {
    Month: { label: 'Month', dataType: 'datetime' },
    Touchpoint: { label: 'Touchpoint', dataType: 'string' },
    Band: { label: 'Band', dataType: 'picklist' },
  },
};

const metadata: WireReportMetadata = {
  id: '00O000000000001AAA',
  name: 'NPS by month',
  reportFormat: 'SUMMARY',
  aggregates: ['FORMULA1', 's!Rated'],
  detailColumns: ['Name', 'Useful'],
  groupingsDown: [
    { name: 'Month', dateGranularity: 'Month', sortAggregate: null, sortOrder: 'Asc' },
    { name: 'Touchpoint', dateGranularity: 'None', sortAggregate: null, sortOrder: 'Asc' },
  ],
  groupingsAcross: [],
  scope: 'organization',
  standardDateFilter: { column: 'AnsweredAt', durationValue: 'LAST_N_DAYS:365', startDate: '2025-11-22', endDate: '2026-11-22' },
  reportFilters: [
    { column: 'Program', operator: 'equals', value: 'Relational', isRunPageEditable: false },
    { column: 'AnsweredAt', operator: 'greaterOrEqual', value: 'LAST_N_MONTHS:12', isRunPageEditable: true },
    { column: 'Useful', operator: 'equals', value: 'true', isRunPageEditable: true },
  ],
  showGrandTotal: true,
};

const figures = (nps: number | null, rated: number): WireResult['factMap'][string] => ({
  aggregates: [
    { label: nps === null ? '-' : String(nps), value: nps },
    { label: String(rated), value: rated },
  ],
});

const row = (useful: boolean): WireResult['factMap'][string]['rows'] => [
  {
    dataCells: [
      { label: 'PR-1', value: 'a03000000000012AAA', recordId: 'a03000000000012AAA' },
      { label: String(useful), value: useful },
    ],
  },
];

/** Two months, one of them without a rated answer; one touchpoint with one row. */
export const summarySample: WireResult = {
  allData: true,
  hasDetailRows: true,
  factMap: {
    'T!T': figures(50, 4),
    '0!T': figures(50, 4),
    '0_0!T': { ...figures(50, 4), rows: row(true) ?? [] },
    '1!T': figures(null, 0),
  },
  groupingsDown: {
    groupings: [
      { key: '0', label: 'Oct 2026', value: '2026-10-01', groupings: [{ key: '0_0', label: 'Sales', value: 'Sales', groupings: [] }] },
      { key: '1', label: 'Nov 2026', value: '2026-11-01', groupings: [] },
    ],
  },
  groupingsAcross: { groupings: [] },
  reportMetadata: metadata,
  reportExtendedMetadata: extended,
};

/** One touchpoint by two bands, of which one has nothing there. */
export const matrixSample: WireResult = {
  ...summarySample,
  factMap: {
    'T!T': figures(15, 3),
    '0!T': figures(10, 1),
    'T!0': figures(10, 1),
    'T!1': figures(20, 2),
    '0!0': { ...figures(10, 1), rows: row(false) ?? [] },
  },
  groupingsDown: { groupings: [{ key: '0', label: 'Sales', value: 'Sales', groupings: [] }] },
  groupingsAcross: {
    groupings: [
      { key: '0', label: 'A', value: 'Red', groupings: [] },
      { key: '1', label: 'B', value: 'Other', groupings: [] },
    ],
  },
  reportMetadata: { ...metadata, reportFormat: 'MATRIX', groupingsDown: [{ name: 'Touchpoint' }], groupingsAcross: [{ name: 'Band' }] },
};

/** What of these reports can be filtered by. */
export const describeSample: WireDescribe = {
  reportMetadata: { ...metadata, hasDetailRows: true },
  reportTypeMetadata: {
    categories: [
      {
        label: 'Answers',
        columns: {
          Program: {
            label: 'Program',
            dataType: 'picklist',
            filterable: true,
            filterValues: [{ name: 'Relational', label: 'Relational survey' }],
          },
          AnsweredAt: { label: 'Answered At', dataType: 'datetime', filterable: true, filterValues: [] },
          Useful: { label: 'Useful', dataType: 'boolean', filterable: true, filterValues: [] },
        },
      },
    ],
    dataTypeFilterOperatorMap: {},
    scopeInfo: { values: [{ label: 'All answers', value: 'organization' }] },
    standardDateFilterDurationGroups: [],
  },
};
