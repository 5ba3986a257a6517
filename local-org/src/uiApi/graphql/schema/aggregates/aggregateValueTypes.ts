import { GraphQLObjectType, GraphQLString, type GraphQLFieldConfig } from 'graphql';
import type { Field, FieldType, FieldValue } from '../../../../schema/types.ts';
import { displayValue, labelOf } from '../../../values/displayValue.ts';
import { wireValue } from '../../../values/wireValue.ts';
import type { GraphqlContext } from '../../context.ts';
import { aggregateKey } from '../../plan/aggregatePlans.ts';
import { fieldKind, longKind, type FieldKind } from '../fieldKinds.ts';
import { valueType } from '../valueTypes.ts';
import { aggregateFunctions, soqlFunction } from './aggregateFunctions.ts';

/** One field of a group on its way into the answer. */
export interface FieldAggregate {
  readonly field: Field;
  /** Dotted, from the object that is aggregated. */
  readonly path: string;
  /** By `aggregateKey`. */
  readonly values: ReadonlyMap<string, FieldValue>;
}

type AggregateType = GraphQLObjectType<FieldAggregate, GraphqlContext>;
type AggregateField = GraphQLFieldConfig<FieldAggregate, GraphqlContext>;

const made = new Map<string, AggregateType>();

/** The output of an aggregated field: `DoubleAggregate {value, count {value}, sum {value} ...}`; undefined for fields that are not aggregated. */
export function aggregateType(field: Field): AggregateType | undefined {
  const kind = fieldKind(field.type);
  const functions = aggregateFunctions(field);
  if (kind === undefined || functions === undefined) return undefined;
  const name = kind.valueType.replace(/Value$/, 'Aggregate');
  const known = made.get(name);
  if (known !== undefined) return known;
  const entries = functions.map((one) => [one, functionField(one, field.type, kind)] as const);
  const type: AggregateType = new GraphQLObjectType({ name, fields: { ...ownFields(kind), ...Object.fromEntries(entries) } });
  made.set(name, type);
  return type;
}

/** The value that a group was made by. */
function ownFields(kind: FieldKind): Record<string, AggregateField> {
  const own = ({ path, values }: FieldAggregate): FieldValue => values.get(aggregateKey(path)) ?? null;
  const text: AggregateField = {
    type: GraphQLString,
    resolve: (source, _args, { user }) => displayValue(source.field, own(source), user),
  };
  const label: AggregateField = {
    type: GraphQLString,
    resolve: (source, _args, { user }) => (own(source) === null ? null : labelOf(source.field, String(own(source)), user.language)),
  };
  return {
    value: { type: kind.scalar, resolve: (source) => wireValue(source.field, own(source)) },
    displayValue: text,
    ...(kind.valueType === 'PicklistValue' ? { label } : {}),
  };
}

function functionField(name: string, type: FieldType, kind: FieldKind): AggregateField {
  const called = soqlFunction(name);
  const result = resultOf(name, type, kind);
  return {
    type: valueType(result.kind),
    resolve: ({ field, path, values }) => ({
      field: result.type === type ? field : { ...field, type: result.type, scale: result.type === 'int' ? 0 : (field.scale ?? 0) },
      value: values.get(aggregateKey(path, called)) ?? null,
    }),
  };
}

/** What a function gives for a field of a type. */
function resultOf(name: string, type: FieldType, kind: FieldKind): { readonly type: FieldType; readonly kind: FieldKind } {
  switch (name) {
    case 'min':
    case 'max':
      return { type, kind };
    case 'sum':
      return type === 'int' ? { type: 'int', kind: longKind } : { type, kind };
    case 'avg':
      return type === 'int' ? { type: 'double', kind: fieldKind('double') ?? kind } : { type, kind };
    case 'dayOnly':
      return { type: 'date', kind: fieldKind('date') ?? kind };
    case 'count':
    case 'countDistinct':
      return { type: 'int', kind: longKind };
    default:
      return { type: 'int', kind: fieldKind('int') ?? kind };
  }
}
