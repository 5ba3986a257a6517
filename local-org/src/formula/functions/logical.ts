import type { Evaluator, Value } from '../runtime/values.ts';
import type { TypedNode } from '../typedTree.ts';
import { read, unary } from './build.ts';
import { checkCount, checkType, commonType, wrongType, type FunctionDefinition } from './definition.ts';
import { areEqual } from './operators.ts';

/** AND and OR: the first argument that decides ends the evaluation; a blank counts as false. */
function junction(name: string, decides: boolean): FunctionDefinition {
  return {
    name,
    check(site) {
      checkCount(site, 1, Number.MAX_SAFE_INTEGER);
      site.args.forEach((_arg, index) => checkType(site, index, 'boolean'));
      return 'boolean';
    },
    emit(args) {
      const conditions = args.map((arg) => read('boolean', arg));
      return (values, context) => {
        for (const condition of conditions) {
          if ((condition(values, context) === true) === decides) return decides;
        }
        return !decides;
      };
    },
  };
}

const not = unary('NOT', 'boolean', 'boolean', (a) => (a === null ? null : !a));

const choose: FunctionDefinition = {
  name: 'IF',
  check(site) {
    checkCount(site, 3);
    checkType(site, 0, 'boolean');
    return commonType(site, site.args.slice(1));
  },
  emit(args) {
    const condition = read('boolean', args[0]);
    const yes = read('any', args[1]);
    const no = read('any', args[2]);
    return (values, context) => (condition(values, context) === true ? yes(values, context) : no(values, context));
  },
};

const matchCase: FunctionDefinition = {
  name: 'CASE',
  check(site) {
    const count = site.args.length;
    if (count < 4 || count % 2 === 1) checkCount(site, Math.max(4, count - (count % 2)));
    const [subject, ...rest] = site.args;
    if (subject?.type === 'boolean' || subject?.type === 'multipicklist')
      throw wrongType(site, subject, ['number', 'date', 'datetime', 'text', 'picklist']);
    const whens = rest.slice(0, -1).filter((_arg, index) => index % 2 === 0);
    const results = rest.filter((_arg, index) => index % 2 === 1 || index === rest.length - 1);
    if (subject?.type === 'picklist') {
      for (const when of whens) if (when.type !== 'text' && when.type !== 'null') throw wrongType(site, when, ['text']);
    } else {
      commonType(site, subject === undefined ? whens : [subject, ...whens]);
    }
    for (const result of results) if (result.type === 'boolean') throw wrongType(site, result, ['number', 'date', 'datetime', 'text']);
    return commonType(site, results);
  },
  emit(args, nodes) {
    const subject = read('any', args[0]);
    const branches: { when: Evaluator; then: Evaluator }[] = [];
    for (let index = 1; index < args.length - 1; index += 2) {
      branches.push({ when: read('any', args[index]), then: read('any', args[index + 1]) });
    }
    const otherwise = read('any', args.at(-1));
    const textual = isTextual(nodes[0]) || isTextual(nodes[1]);
    return (values, context) => {
      const value = subject(values, context);
      for (const branch of branches) {
        if (areEqual(value, branch.when(values, context), textual) === true) return branch.then(values, context);
      }
      return otherwise(values, context);
    };
  },
};

/** ISBLANK and, for what is no text, ISNULL: a text is never null, says the platform. */
function blankTest(name: string, seesBlankText: boolean): FunctionDefinition {
  return {
    name,
    check(site) {
      checkCount(site, 1);
      return 'boolean';
    },
    emit(args, nodes) {
      const value = read('any', args[0]);
      const neverNull = !seesBlankText && isTextual(nodes[0]);
      return (values, context) => {
        const blank = isBlank(value(values, context));
        return blank && !neverNull;
      };
    },
  };
}

/** BLANKVALUE and NULLVALUE: the second when the first is blank. */
function fallback(name: string, seesBlankText: boolean): FunctionDefinition {
  return {
    name,
    check(site) {
      checkCount(site, 2);
      return commonType(site, site.args);
    },
    emit(args, nodes) {
      const first = read('any', args[0]);
      const second = read('any', args[1]);
      const neverNull = !seesBlankText && isTextual(nodes[0]);
      return (values, context) => {
        const value = first(values, context);
        return isBlank(value) && !neverNull ? second(values, context) : value;
      };
    },
  };
}

function isBlank(value: Value): boolean {
  return value === null || value === '';
}

function isTextual(node: TypedNode | undefined): boolean {
  return node !== undefined && (node.type === 'text' || node.type === 'id' || node.type === 'picklist' || node.type === 'multipicklist');
}

export const logicalFunctions: readonly FunctionDefinition[] = [
  junction('AND', false),
  junction('OR', true),
  junction('&&', false),
  junction('||', true),
  not,
  choose,
  matchCase,
  blankTest('ISBLANK', true),
  blankTest('ISNULL', false),
  fallback('BLANKVALUE', true),
  fallback('NULLVALUE', false),
];
