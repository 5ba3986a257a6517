import { FormulaError } from '../errors.ts';
import type { ReferenceNode } from '../typedTree.ts';
import type { FormulaPlace } from '../types.ts';
import { constant, read } from './build.ts';
import { checkCount, describeCall, type CallSite, type FunctionDefinition } from './definition.ts';
import { areEqual } from './operators.ts';

/** These functions look at a save, which formula fields and default values know nothing of. */
const RECORD_PLACES: readonly FormulaPlace[] = ['rule', 'flow'];

/** False while a record is created; else whether the field's value differs from the one before the save. */
const isChanged: FunctionDefinition = {
  name: 'ISCHANGED',
  places: RECORD_PLACES,
  check(site) {
    onlyField(site);
    return 'boolean';
  },
  expand: (site) => [onlyField(site), site.priorOf(onlyField(site))],
  emit(args, nodes) {
    const now = read('any', args[0]);
    const before = read('any', args[1]);
    const textual = nodes[0]?.type === 'text' || nodes[0]?.type === 'picklist';
    return (values, context) => {
      if (context.isNew) return false;
      const current = now(values, context);
      const prior = before(values, context);
      if (current === null || prior === null) return current !== prior;
      return areEqual(current, prior, textual) !== true;
    };
  },
};

/** The field's value before the save; while a record is created, its value now. */
const priorValue: FunctionDefinition = {
  name: 'PRIORVALUE',
  places: RECORD_PLACES,
  check: (site) => onlyField(site).type,
  expand: (site) => [onlyField(site), site.priorOf(onlyField(site))],
  emit(args) {
    const now = read('any', args[0]);
    const before = read('any', args[1]);
    return (values, context) => (context.isNew ? now(values, context) : before(values, context));
  },
};

function onlyField(site: CallSite): ReferenceNode {
  checkCount(site, 1, 2);
  const field = site.args[0];
  if (field?.kind === 'reference') return field;
  throw new FormulaError(`Incorrect parameter type for ${describeCall(site)}. Expected Field Reference`, site.position);
}

export const recordFunctions: readonly FunctionDefinition[] = [
  { ...constant('ISNEW', 'boolean', (context) => context.isNew), places: RECORD_PLACES },
  // Only the Clone button makes clones; records that come by an API are none.
  { ...constant('ISCLONE', 'boolean', () => false), places: ['rule'] },
  isChanged,
  priorValue,
];
