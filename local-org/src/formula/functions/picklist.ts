import { asText } from '../runtime/values.ts';
import { read } from './build.ts';
import { checkCount, checkType, type FunctionDefinition } from './definition.ts';

/** ISPICKVAL(field, text): the blank text asks for "no value". */
const isPickVal: FunctionDefinition = {
  name: 'ISPICKVAL',
  check(site) {
    checkCount(site, 2);
    checkType(site, 0, 'picklist');
    checkType(site, 1, 'text');
    return 'boolean';
  },
  emit(args) {
    const field = read('any', args[0]);
    const wanted = read('text', args[1]);
    return (values, context) => asText(field(values, context)) === wanted(values, context);
  },
};

const includes: FunctionDefinition = {
  name: 'INCLUDES',
  check(site) {
    checkCount(site, 2);
    checkType(site, 0, 'multipicklist');
    checkType(site, 1, 'text');
    return 'boolean';
  },
  emit(args) {
    const field = read('any', args[0]);
    const wanted = read('text', args[1]);
    return (values, context) => {
      const value = wanted(values, context);
      return value !== null && chosen(asText(field(values, context))).includes(value);
    };
  },
};

const count: FunctionDefinition = {
  name: 'PICKLISTCOUNT',
  check(site) {
    checkCount(site, 1);
    checkType(site, 0, 'multipicklist');
    return 'number';
  },
  emit(args) {
    const field = read('any', args[0]);
    return (values, context) => chosen(asText(field(values, context))).length;
  },
};

function chosen(value: string | null): readonly string[] {
  return value === null ? [] : value.split(';');
}

export const picklistFunctions: readonly FunctionDefinition[] = [isPickVal, includes, count];
