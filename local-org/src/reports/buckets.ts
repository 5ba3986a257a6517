import { fold } from '../storage/fold.ts';
import { comparable, isFoldedText, kindOf, type Expression } from '../soql/expressions.ts';
import type { SqlBuilder } from '../soql/sqlBuilder.ts';
import type { BucketField } from './definition.ts';

/** A bucket field as SQL: the name of the bucket that the value of `source` falls into. */
export function bucketExpression(bucket: BucketField, source: Expression, builder: SqlBuilder): Expression {
  const sql = bucket.type === 'number' ? rangesSql(bucket, source, builder) : listsSql(bucket, source, builder);
  return { sql, type: 'string', name: bucket.name, chain: [] };
}

/** Why the bucket cannot be made of a column of this type; undefined: it can. */
export function bucketMismatch(bucket: BucketField, source: Expression): string | undefined {
  const kind = kindOf(source.type);
  if (bucket.type === 'number')
    return kind === 'number' ? undefined : `a numeric bucket field needs a number, and the column is of type ${source.type}.`;
  return kind === 'text' || kind === 'id' || kind === 'boolean'
    ? undefined
    : `a ${bucket.type} bucket field needs a text or picklist, and the column is of type ${source.type}.`;
}

/** A range holds what is greater than `from` and at most `to`; the first that fits counts. */
function rangesSql({ values, otherLabel, blankAsZero }: BucketField, source: Expression, builder: SqlBuilder): string {
  const value = blankAsZero ? `coalesce(${source.sql}, 0)` : source.sql;
  const whens = values.map(({ label, from, to }) => {
    const bounds = [
      ...(from === undefined ? [] : [`${value} > ${builder.bind(from)}`]),
      ...(to === undefined ? [] : [`${value} <= ${builder.bind(to)}`]),
    ];
    const inside = bounds.length === 0 ? `${value} IS NOT NULL` : bounds.join(' AND ');
    return `WHEN ${inside} THEN ${builder.bind(label)}`;
  });
  const other = otherLabel === undefined ? '' : ` WHEN ${value} IS NOT NULL THEN ${builder.bind(otherLabel)}`;
  return `CASE ${whens.join(' ')}${other} END`;
}

/** Blanks stay blank; what is in no bucket is called "other", or stays itself. */
function listsSql({ values, otherLabel }: BucketField, source: Expression, builder: SqlBuilder): string {
  const folded = isFoldedText(source) && source.type !== 'picklist';
  const value = folded ? comparable(source) : source.sql;
  const whens = values.flatMap(({ label, sources }) => {
    const name = builder.bind(label);
    return sources.map((text) => `WHEN ${builder.bind(folded ? fold(text) : text)} THEN ${name}`);
  });
  const rest = otherLabel === undefined ? source.sql : builder.bind(otherLabel);
  // The value stands there once, because it is folded for each row.
  const named = whens.length === 0 ? rest : `CASE ${value} ${whens.join(' ')} ELSE ${rest} END`;
  return `CASE WHEN ${source.sql} IS NULL THEN NULL ELSE ${named} END`;
}
