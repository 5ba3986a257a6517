import type { DescribedColumn } from '../../reports/types.ts';
import type { FieldType } from '../../schema/types.ts';
import { dataTypeOf } from './columnTypes.ts';

/** A column of a report type ("Column map"). */
export interface ColumnJson {
  readonly allowedInCustomDetailFormula: boolean;
  readonly bucketable: boolean;
  readonly dataType: string;
  readonly entityColumnName: string;
  readonly fieldToFieldFilterable: boolean;
  readonly filterValues: readonly FilterValueJson[];
  readonly filterable: boolean;
  readonly inactiveFilterValues: readonly FilterValueJson[];
  readonly isCustom: boolean;
  readonly isLookup: boolean;
  readonly label: string;
  readonly maxLength: number | null;
  readonly uniqueCountable: boolean;
}

export interface FilterValueJson {
  readonly name: string;
  readonly label: string;
}

const unbucketable: ReadonlySet<FieldType> = new Set(['date', 'datetime', 'time', 'boolean', 'longtextarea', 'multipicklist', 'base64']);
const yesAndNo: readonly FilterValueJson[] = [
  { name: 'True', label: 'True' },
  { name: 'False', label: 'False' },
];

/** The wire form of a column that a report may show, filter and group by. */
export function columnJson({ name, label, type, filterable, groupable, values }: DescribedColumn): ColumnJson {
  return {
    allowedInCustomDetailFormula: type !== 'longtextarea' && type !== 'multipicklist',
    bucketable: groupable && !unbucketable.has(type),
    dataType: dataTypeOf(type),
    entityColumnName: name,
    fieldToFieldFilterable: filterable && type !== 'multipicklist',
    filterValues: type === 'boolean' ? yesAndNo : (values ?? []),
    filterable,
    inactiveFilterValues: [],
    isCustom: /__c$/iu.test(name),
    isLookup: type === 'reference',
    label,
    maxLength: null,
    uniqueCountable: groupable,
  };
}
