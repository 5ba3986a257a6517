import type { BucketField } from '../../reports/types.ts';
import type { ColumnNames } from './columnNames.ts';

/** A bucket field of a report's metadata. The API spells the name of its name in two ways; both are given. */
export function bucketToJson({ name, label, type, column, values, otherLabel, blankAsZero }: BucketField, names: ColumnNames): unknown {
  return {
    bucketType: type,
    developerName: name,
    devloperName: name,
    label,
    nullTreatedAsZero: blankAsZero,
    otherBucketLabel: otherLabel ?? null,
    sourceColumnName: names.nameOf(column),
    values: values.map((value) => ({
      label: value.label,
      rangeUpperBound: type === 'number' ? (value.to ?? null) : null,
      sourceDimensionValues: type === 'number' ? null : value.sources,
    })),
  };
}
