import { GraphQLInputObjectType, GraphQLList, type GraphQLInputFieldConfig } from 'graphql';
import { parentStep } from '../../../schema/paths.ts';
import type { Field, Schema, SObjectType } from '../../../schema/types.ts';
import { fieldKind } from './fieldKinds.ts';
import { operatorsType } from './operators.ts';
import { orderClause } from './orderClauses.ts';

type InputFields = Record<string, GraphQLInputFieldConfig>;

/** `Account_Filter` and `Account_OrderBy` of every object, made when first asked for. */
export class FilterTypes {
  readonly #schema: Schema;
  readonly #filters = new Map<string, GraphQLInputObjectType>();
  readonly #orders = new Map<string, GraphQLInputObjectType>();

  constructor(schema: Schema) {
    this.#schema = schema;
  }

  filter(object: SObjectType): GraphQLInputObjectType {
    return this.#made(this.#filters, `${object.name}_Filter`, (self) => ({
      and: { type: new GraphQLList(self) },
      or: { type: new GraphQLList(self) },
      not: { type: self },
      ...this.#ownFields(object, (field) => {
        const kind = fieldKind(field.type);
        return kind === undefined ? undefined : { type: operatorsType(kind) };
      }),
      ...this.#parents(object, (relationship, targets) => this.#parentFilter(object, relationship, targets)),
    }));
  }

  order(object: SObjectType): GraphQLInputObjectType {
    return this.#made(this.#orders, `${object.name}_OrderBy`, () => ({
      ...this.#ownFields(object, (field) => (fieldKind(field.type) === undefined ? undefined : { type: orderClause(field) })),
      ...this.#parents(object, (_relationship, [target, ...more]) =>
        target === undefined || more.length > 0 ? undefined : { type: this.order(target) },
      ),
    }));
  }

  /** A lookup to several objects takes one filter for each: `Owner: {User: {...}}`. */
  #parentFilter(object: SObjectType, relationship: string, targets: readonly SObjectType[]): GraphQLInputFieldConfig | undefined {
    const [target, ...more] = targets;
    if (target === undefined) return undefined;
    if (more.length === 0) return { type: this.filter(target) };
    const name = `${object.name}_${relationship}_Filters`;
    const type = this.#made(this.#filters, name, () => Object.fromEntries(targets.map((one) => [one.name, { type: this.filter(one) }])));
    return { type };
  }

  #made(
    types: Map<string, GraphQLInputObjectType>,
    name: string,
    fields: (self: GraphQLInputObjectType) => InputFields,
  ): GraphQLInputObjectType {
    const known = types.get(name);
    if (known !== undefined) return known;
    const type: GraphQLInputObjectType = new GraphQLInputObjectType({ name, fields: () => fields(type) });
    types.set(name, type);
    return type;
  }

  #ownFields(object: SObjectType, input: (field: Field) => GraphQLInputFieldConfig | undefined): InputFields {
    return collect([...object.fields.values()].map((field) => [field.name, input(field)]));
  }

  #parents(
    object: SObjectType,
    input: (relationship: string, targets: readonly SObjectType[]) => GraphQLInputFieldConfig | undefined,
  ): InputFields {
    return collect(
      [...object.fields.values()].flatMap((field) => {
        const name = field.reference?.relationshipName;
        const step = name === undefined ? undefined : parentStep(this.#schema, object, name);
        return name === undefined || step === undefined ? [] : [[name, input(name, step.targets)] as const];
      }),
    );
  }
}

function collect(entries: readonly (readonly [string, GraphQLInputFieldConfig | undefined])[]): InputFields {
  return Object.fromEntries(entries.flatMap(([name, config]) => (config === undefined ? [] : [[name, config]])));
}
