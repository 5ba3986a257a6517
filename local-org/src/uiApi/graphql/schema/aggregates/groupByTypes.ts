import { GraphQLBoolean, GraphQLEnumType, GraphQLInputObjectType, type GraphQLInputFieldConfig } from 'graphql';
import { parentStep } from '../../../../schema/paths.ts';
import type { Field, Schema, SObjectType } from '../../../../schema/types.ts';
import { dateFunctions, groupings } from './aggregateFunctions.ts';

/** The name under which `groupBy` says how subtotals are made. */
export const GROUP_TYPE = 'type';

const groupByType = new GraphQLEnumType({ name: 'GroupByType', values: { GROUP_BY: {}, ROLLUP: {}, CUBE: {} } });
const groupByFunction = new GraphQLEnumType({
  name: 'GroupByFunction',
  values: Object.fromEntries(dateFunctions.map((name) => [name, {}])),
});
const byValue = { group: { type: GraphQLBoolean } };
const byFunction = { function: { type: groupByFunction } };
const groupByClause = new GraphQLInputObjectType({ name: 'GroupByClause', fields: byValue });
const groupByDateTime = new GraphQLInputObjectType({ name: 'GroupByDateFunction', fields: byFunction });
const groupByDate = new GraphQLInputObjectType({ name: 'GroupByDateClause', fields: { ...byValue, ...byFunction } });

/** `Account_GroupBy` of every object, made when first asked for. */
export class GroupByTypes {
  readonly #schema: Schema;
  readonly #made = new Map<string, GraphQLInputObjectType>();

  constructor(schema: Schema) {
    this.#schema = schema;
  }

  groupBy(object: SObjectType): GraphQLInputObjectType {
    const known = this.#made.get(object.name);
    if (known !== undefined) return known;
    const type = new GraphQLInputObjectType({ name: `${object.name}_GroupBy`, fields: () => this.#fields(object) });
    this.#made.set(object.name, type);
    return type;
  }

  #fields(object: SObjectType): Record<string, GraphQLInputFieldConfig> {
    const entries = [...object.fields.values()].flatMap((field): (readonly [string, GraphQLInputFieldConfig])[] => {
      const clause = clauseOf(field);
      return [...(clause === undefined ? [] : [[field.name, { type: clause }] as const]), ...this.#parent(object, field)];
    });
    return { ...Object.fromEntries(entries), [GROUP_TYPE]: { type: groupByType } };
  }

  /** Lookups to one object only: what several objects have in common cannot be told beforehand. */
  #parent(object: SObjectType, field: Field): readonly (readonly [string, GraphQLInputFieldConfig])[] {
    const name = field.reference?.relationshipName;
    const [target, ...more] = name === undefined ? [] : (parentStep(this.#schema, object, name)?.targets ?? []);
    return name === undefined || target === undefined || more.length > 0 ? [] : [[name, { type: this.groupBy(target) }]];
  }
}

function clauseOf(field: Field): GraphQLInputObjectType | undefined {
  const { byValue: value, byFunction: moment } = groupings(field);
  if (value) return moment ? groupByDate : groupByClause;
  return moment ? groupByDateTime : undefined;
}
