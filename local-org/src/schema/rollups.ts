import type { CustomFieldSource, SummaryFilterSource } from '../metadata/customField.ts';
import { filterOperations } from '../metadata/filterOperations.ts';
import type { Report } from './fieldFromMetadata.ts';
import type { Field, FieldType, Rollup, RollupFilter } from './types.ts';

/** How a roll-up finds other fields; names ignore case. */
export type FindField = (object: string, field: string) => Field | undefined;

const OPERATIONS: Readonly<Record<string, Rollup['operation']>> = { count: 'count', sum: 'sum', min: 'min', max: 'max' };
const SUM_TYPES: readonly FieldType[] = ['double', 'currency', 'percent', 'int'];
const MIN_MAX_TYPES: readonly FieldType[] = [...SUM_TYPES, 'date', 'datetime'];
const FILTER_OPERATIONS: readonly string[] = filterOperations;

/**
 * The roll-up that a Summary field asks for, checked against the child.
 * @returns undefined when it cannot be (reported)
 */
export function rollupFromMetadata(source: CustomFieldSource, find: FindField, report: Report): Rollup | undefined {
  const operation = OPERATIONS[source.summaryOperation ?? ''];
  if (operation === undefined) {
    report('summaryOperation', `unknown roll-up operation ${source.summaryOperation ?? '(none)'}`);
    return undefined;
  }
  const [childObject, foreignKey] = objectAndField(source.summaryForeignKey);
  const key = find(childObject, foreignKey);
  if (key?.reference?.masterDetail === undefined || key.reference.targets[0]?.toLowerCase() !== source.object.toLowerCase()) {
    report('summaryForeignKey', `${source.summaryForeignKey ?? '(none)'} is not a master-detail field that points at ${source.object}`);
    return undefined;
  }
  const summarizedField = operation === 'count' ? undefined : checkSummarized(source, operation, childObject, find, report);
  if (operation !== 'count' && summarizedField === undefined) return undefined;
  const filters = source.summaryFilters.flatMap((filter) => checkFilter(filter, childObject, find, report));
  return { operation, childObject, foreignKey: key.name, filters, ...(summarizedField === undefined ? {} : { summarizedField }) };
}

function checkSummarized(
  source: CustomFieldSource,
  operation: Rollup['operation'],
  childObject: string,
  find: FindField,
  report: Report,
): string | undefined {
  const [object, name] = objectAndField(source.summarizedField);
  const summarized = object.toLowerCase() === childObject.toLowerCase() ? find(object, name) : undefined;
  if (summarized === undefined) {
    report('summarizedField', `there is no field ${source.summarizedField ?? '(none)'} on ${childObject}`);
    return undefined;
  }
  const allowed = operation === 'sum' ? SUM_TYPES : MIN_MAX_TYPES;
  if (!allowed.includes(summarized.type)) {
    report('summarizedField', `a field of type ${summarized.type} cannot be rolled up by ${operation}`);
    return undefined;
  }
  if (summarized.formula !== undefined && /\b(?:TODAY|NOW)\s*\(/iu.test(summarized.formula.source)) {
    report('summarizedField', 'a formula that uses TODAY or NOW cannot be rolled up');
    return undefined;
  }
  return summarized.name;
}

function checkFilter(filter: SummaryFilterSource, childObject: string, find: FindField, report: Report): readonly RollupFilter[] {
  const [object, name] = objectAndField(filter.field);
  const field = object.toLowerCase() === childObject.toLowerCase() ? find(object, name) : undefined;
  if (field === undefined) {
    report('summaryFilterItems', `there is no field ${filter.field} on ${childObject}`);
    return [];
  }
  if (filter.valueField !== undefined) report('summaryFilterItems', 'a filter that compares two fields is not run here');
  if (!FILTER_OPERATIONS.includes(filter.operation)) report('summaryFilterItems', `unknown filter operation ${filter.operation}`);
  if (field.type === 'longtextarea') report('summaryFilterItems', `${filter.field}: long text cannot be filtered on`);
  return [{ field: field.name, operation: filter.operation, value: filter.value }];
}

/** Splits `PulseResponse__c.Rating__c`. */
function objectAndField(name: string | undefined): readonly [object: string, field: string] {
  const [object = '', field = ''] = (name ?? '').split('.');
  return [object, field];
}
