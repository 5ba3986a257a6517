import { z } from 'zod';
import { SalesforceError } from '../../errors.ts';
import { filterOperations } from '../../metadata/filterOperations.ts';

/** `reportMetadata` of a request's body: what it says is changed, what it leaves out stays ("Execute Sync", POST). */

const text = z.string().max(10_000);
const sortOrder = text.transform((value, context) => {
  const order = value.toLowerCase();
  if (order === 'asc' || order === 'ascending') return 'Asc' as const;
  if (order === 'desc' || order === 'descending') return 'Desc' as const;
  context.addIssue({ code: 'custom', message: `The sort order ${value} is neither Asc nor Desc.` });
  return z.NEVER;
});

const grouping = z.strictObject({
  name: text,
  sortOrder: sortOrder.nullish(),
  dateGranularity: text.nullish(),
  sortAggregate: text.nullish(),
});

const operator = z.enum(filterOperations, { error: (issue) => `Specify a valid condition because ${String(issue.input)} is invalid.` });

const filter = z.strictObject({
  column: text,
  filterType: z.enum(['fieldToField', 'fieldValue']).nullish(),
  isRunPageEditable: z.boolean().nullish(),
  operator,
  value: text.nullish(),
});

const bucket = z.strictObject({
  bucketType: z.enum(['number', 'percent', 'picklist', 'text']),
  developerName: text.nullish(),
  devloperName: text.nullish(),
  label: text,
  nullTreatedAsZero: z.boolean().nullish(),
  otherBucketLabel: text.nullish(),
  sourceColumnName: text,
  values: z.array(z.strictObject({ label: text, rangeUpperBound: z.number().nullish(), sourceDimensionValues: z.array(text).nullish() })),
});

const summaryFormula = z.strictObject({
  label: text,
  description: text.nullish(),
  formula: text,
  formulaType: z.enum(['number', 'currency', 'percent']),
  decimalPlaces: z.number().int().min(0).max(18).nullish(),
  downGroup: text.nullish(),
  downGroupType: z.enum(['all', 'custom', 'grand_total']).nullish(),
  acrossGroup: text.nullish(),
  acrossGroupType: z.enum(['all', 'custom', 'grand_total']).nullish(),
});

const rowFormula = z.strictObject({
  label: text,
  description: text.nullish(),
  formula: text,
  formulaType: z.enum(['text', 'number', 'currency', 'percent', 'date', 'datetime', 'boolean']),
  decimalPlaces: z.number().int().min(0).max(18).nullish(),
});

const crossFilter = z.strictObject({
  criteria: z.array(filter).nullish(),
  includesObject: z.boolean(),
  primaryEntityField: text,
  relatedEntity: text,
  relatedEntityJoinField: text,
});

/** What local-org has nothing of: only the value that says so is taken. */
const absent = z.union([z.null(), z.array(z.unknown()).length(0), z.record(z.string(), z.never())], {
  error: 'This setting is not run by local-org.',
});

const reportMetadataInput = z.strictObject({
  aggregates: z.array(text).nullish(),
  aggregateFilters: absent.optional(),
  allowedInCustomDetailFormula: z.unknown().optional(),
  buckets: z.array(bucket).nullish(),
  chart: z.unknown().optional(),
  crossFilters: z.array(crossFilter).nullish(),
  currency: text.nullish(),
  customDetailFormula: z.union([z.record(z.string(), rowFormula), z.array(z.unknown()).length(0)]).nullish(),
  customSummaryFormula: z.union([z.record(z.string(), summaryFormula), z.array(z.unknown()).length(0)]).nullish(),
  dashboardSetting: z.unknown().optional(),
  description: text.nullish(),
  detailColumns: z.array(text).nullish(),
  developerName: text.nullish(),
  division: z.null({ error: 'Divisions are not run by local-org.' }).optional(),
  folderId: text.nullish(),
  groupingsAcross: z.array(grouping).nullish(),
  groupingsDown: z.array(grouping).nullish(),
  hasDetailRows: z.boolean().nullish(),
  hasRecordCount: z.boolean().nullish(),
  historicalSnapshotDates: z
    .array(text)
    .max(0, 'The request is invalid because reports that are not historical trending reports cannot have historical snapshot dates.')
    .nullish(),
  id: text.nullish(),
  name: text.nullish(),
  presentationOptions: z.unknown().optional(),
  reportBooleanFilter: text.nullish(),
  reportFilters: z
    .array(filter, {
      error: 'The request is invalid because there are no filters. Specify filters or set filters as an empty array to omit them.',
    })
    .max(20, 'A report has at most 20 filters.')
    .optional(),
  reportFormat: z.enum(['TABULAR', 'SUMMARY', 'MATRIX'], { error: 'You’re requesting data for an unsupported report format.' }).nullish(),
  reportType: z.union([text, z.looseObject({ type: text })]).nullish(),
  scope: z.enum(['organization', 'user', 'team'], { error: 'The scope is none of the report type.' }).nullish(),
  showGrandTotal: z.boolean().nullish(),
  showSubtotals: z.boolean().nullish(),
  sortBy: z
    .array(z.strictObject({ sortColumn: text, sortOrder }))
    .max(1, 'A report can only be sorted by one column.')
    .nullish(),
  standardDateFilter: z
    .strictObject({ column: text.nullish(), durationValue: text.nullish(), startDate: text.nullish(), endDate: text.nullish() })
    .nullish(),
  standardFilters: absent.optional(),
  supportsRoleHierarchy: z.unknown().optional(),
  topRows: z.strictObject({ rowLimit: z.number().int().min(1).max(2000), direction: sortOrder.nullish() }).nullish(),
  userOrHierarchyFilterId: z.null({ error: 'Role hierarchy filters are not run by local-org.' }).optional(),
});

export type MetadataInput = z.infer<typeof reportMetadataInput>;
export type BucketInput = z.infer<typeof bucket>;
export type FilterInput = z.infer<typeof filter>;
export type GroupingInput = z.infer<typeof grouping>;
export type CrossFilterInput = z.infer<typeof crossFilter>;

/**
 * Reads the body of a run; undefined when it says nothing.
 * @throws SalesforceError JSON_PARSER_ERROR for members that reports do not have, BAD_REQUEST in the API's words for wrong values
 */
export function readMetadataInput(body: unknown): MetadataInput | undefined {
  if (body === undefined || body === null) return undefined;
  const given: unknown = typeof body === 'object' ? Reflect.get(body, 'reportMetadata') : undefined;
  if (given === undefined || given === null) return undefined;
  const read = reportMetadataInput.safeParse(given);
  if (read.success) return read.data;
  throw refusal(read.error);
}

function refusal(error: z.ZodError): SalesforceError {
  const issue = error.issues[0];
  const place = ['reportMetadata', ...(issue?.path ?? [])].map(String).join('.');
  if (issue?.code === 'unrecognized_keys')
    return new SalesforceError('JSON_PARSER_ERROR', `Unrecognized field "${issue.keys[0] ?? ''}" at ${place}`);
  return new SalesforceError('BAD_REQUEST', `${issue?.message ?? 'The request body is either invalid or incomplete.'} (${place})`);
}
