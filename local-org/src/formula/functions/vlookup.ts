import { reader } from '../emit.ts';
import { FormulaError } from '../errors.ts';
import type { LiteralNode, TypedNode } from '../typedTree.ts';
import type { FieldType } from '../../schema/types.ts';
import type { FormulaType } from '../types.ts';
import { read } from './build.ts';
import { checkCount, checkType, describeCall, type CallSite, type FunctionDefinition } from './definition.ts';

type FieldToken = LiteralNode & { readonly field: NonNullable<LiteralNode['field']> };

/** How a looked-up value is read, by its type in formulas. */
const READ_AS: Readonly<Partial<Record<FormulaType, FieldType>>> = {
  number: 'double',
  date: 'date',
  datetime: 'datetime',
  time: 'time',
  boolean: 'boolean',
};

/**
 * VLOOKUP($ObjectType.Zip__c.Fields.City__c, $ObjectType.Zip__c.Fields.Name, text): the field of the first
 * record of a custom object whose name is the text. For validation rules.
 */
export const vlookup: FunctionDefinition = {
  name: 'VLOOKUP',
  places: ['rule'],
  check(site) {
    checkCount(site, 3);
    const returned = fieldAt(site, 0);
    const by = fieldAt(site, 1);
    checkType(site, 2, 'text');
    if (returned.field.object.toLowerCase() !== by.field.object.toLowerCase() || by.field.name.toLowerCase() !== 'name') {
      throw new FormulaError(
        `Incorrect parameter for ${describeCall(site)}. The field on the lookup object must be its record name, and the field to return must be of the same object`,
        by.position,
      );
    }
    if (!/__c$/iu.test(by.field.object)) {
      throw new FormulaError(`Incorrect parameter for ${describeCall(site)}. Only custom objects can be looked up`, by.position);
    }
    return returned.type === 'picklist' ? 'text' : returned.type;
  },
  emit(args, nodes) {
    const returned = tokenOf(nodes[0]);
    const by = tokenOf(nodes[1]);
    const text = read('text', args[2]);
    const convert = reader(returned.type, READ_AS[returned.type] ?? 'string');
    return (values, context) => {
      const wanted = text(values, context);
      if (wanted === null) return null;
      return convert(context.lookUp?.({ object: by.field.object, returns: returned.field.name, by: by.field.name, text: wanted }) ?? null);
    };
  },
};

function fieldAt(site: CallSite, index: number): FieldToken {
  const arg = site.args[index];
  if (isToken(arg)) return arg;
  const message = `Incorrect parameter type for ${describeCall(site)}. Expected Field Reference`;
  throw new FormulaError(message, arg?.position ?? site.position);
}

function tokenOf(node: TypedNode | undefined): FieldToken {
  if (isToken(node)) return node;
  throw new Error('VLOOKUP was checked to have two fields');
}

function isToken(node: TypedNode | undefined): node is FieldToken {
  return node?.kind === 'literal' && node.field !== undefined;
}
