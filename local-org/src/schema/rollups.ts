import type { CustomFieldSource, SummaryFilterSource } from '../metadata/customField.ts';
import type { Report } from './fieldFromMetadata.ts';
import type { Field, FieldType, Rollup, RollupFilter } from './types.ts';

/** How a roll-up finds other fields; names ignore case. */
export type FindField = (object: string, field: string) => Field | undefined;

const OPERATIONS: Readonly<Record<string, Rollup['operation']>> = { count: 'count', sum: 'sum', min: 'min', max: 'max' };
const SUM_TYPES: readonly FieldType[] = ['double', 'currency', 'percent', 'int'];
const MIN_MAX_TYPES: readonly FieldType[] = [...SUM_TYPES, 'date', 'datetime'];
const badFormat = 'Must specify the name in the CustomObject.CustomField format (e.g. Account.MyNewCustomField)';

/**
 * The roll-up that a Summary field asks for, checked against the child.
 * @returns undefined when it cannot be (reported)
 */
export function rollupFromMetadata(source: CustomFieldSource, find: FindField, report: Report): Rollup | undefined {
  const operation = OPERATIONS[source.summaryOperation ?? ''];
  if (operation === undefined) {
    // The parser has said so already, or the operation is missing, which has been said too.
    return undefined;
  }
  if (!/^\w+\.\w+$/u.test(source.summaryForeignKey ?? '')) {
    report('summaryForeignKey', badFormat);
    return undefined;
  }
  const [childObject, foreignKey] = objectAndField(source.summaryForeignKey);
  const key = find(childObject, foreignKey);
  if (key?.reference?.masterDetail === undefined || key.reference.targets[0]?.toLowerCase() !== source.object.toLowerCase()) {
    const message =
      key === undefined
        ? `In field: summaryForeignKey - no CustomField named ${source.summaryForeignKey ?? ''} found`
        : `In field: summaryForeignKey - ${source.summaryForeignKey ?? ''} is not a master-detail relationship field to ${source.object}`;
    report('summaryForeignKey', message);
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
    const told = source.summarizedField ?? '';
    const message =
      told === ''
        ? "Must specify 'summarizedField' for a CustomField of type Summary"
        : `In field: summarizedField - no CustomField named ${told} found`;
    report('summarizedField', message);
    return undefined;
  }
  const allowed = operation === 'sum' ? SUM_TYPES : MIN_MAX_TYPES;
  if (!allowed.includes(summarized.type)) {
    report(
      'summarizedField',
      `Invalid summarized field: a field of type ${summarized.type} cannot be used with the operation ${operation}`,
    );
    return undefined;
  }
  if (summarized.formula !== undefined && /\b(?:TODAY|NOW)\s*\(/iu.test(summarized.formula.source)) {
    report('summarizedField', 'Invalid summarized field: a formula that uses TODAY or NOW cannot be rolled up');
    return undefined;
  }
  return summarized.name;
}

function checkFilter(filter: SummaryFilterSource, childObject: string, find: FindField, report: Report): readonly RollupFilter[] {
  const [object, name] = objectAndField(filter.field);
  const field = object.toLowerCase() === childObject.toLowerCase() ? find(object, name) : undefined;
  if (field === undefined) {
    report('summaryFilterItems', `In field: field - no CustomField named ${filter.field} found`);
    return [];
  }
  if (filter.operation === 'within') report('summaryFilterItems', 'a roll-up filter with the operation within is not run by local-org');
  if (field.type === 'longtextarea') report('summaryFilterItems', `${filter.field}: long text cannot be filtered on`);
  const plain = { field: field.name, operation: filter.operation, value: filter.value };
  if (filter.valueField === undefined) return [plain];
  const [, otherName] = objectAndField(filter.valueField);
  const other = find(childObject, otherName);
  if (other === undefined) {
    report('summaryFilterItems', `In field: valueField - no CustomField named ${filter.valueField} found`);
    return [];
  }
  report('summaryFilterItems', 'a roll-up filter that compares two fields is not run by local-org');
  return [{ ...plain, valueField: other.name }];
}

/** Splits `PulseResponse__c.Rating__c`. */
function objectAndField(name: string | undefined): readonly [object: string, field: string] {
  const [object = '', field = ''] = (name ?? '').split('.');
  return [object, field];
}
