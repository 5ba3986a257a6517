import { RE2JS } from 're2js';
import { FormulaError, FormulaRunError } from '../errors.ts';
import { read } from './build.ts';
import { checkCount, checkType, type FunctionDefinition } from './definition.ts';

/** Patterns that come from data rather than from the formula; bounded so that data cannot fill the memory. */
const CACHE_SIZE = 200;

/** REGEX(text, pattern): true when the pattern matches the whole text. Linear time, whatever the pattern. */
export const regex: FunctionDefinition = {
  name: 'REGEX',
  places: ['rule', 'default', 'flow'],
  check(site) {
    checkCount(site, 2);
    checkType(site, 0, 'text');
    checkType(site, 1, 'text');
    const pattern = site.args[1];
    if (pattern?.kind === 'literal' && typeof pattern.value === 'string' && compile(pattern.value) === undefined) {
      throw new FormulaError(`Invalid regular expression '${pattern.value}'`, pattern.position);
    }
    return 'boolean';
  },
  emit(args) {
    const text = read('text', args[0]);
    const pattern = read('text', args[1]);
    const cache = new Map<string, RE2JS>();
    return (values, context) => {
      const source = pattern(values, context) ?? '';
      const value = text(values, context) ?? '';
      return cached(cache, source).matcher(value).matches();
    };
  },
};

function cached(cache: Map<string, RE2JS>, source: string): RE2JS {
  const known = cache.get(source);
  if (known) return known;
  const compiled = compile(source);
  if (compiled === undefined) throw new FormulaRunError('Invalid regular expression');
  if (cache.size >= CACHE_SIZE) cache.clear();
  cache.set(source, compiled);
  return compiled;
}

function compile(source: string): RE2JS | undefined {
  try {
    return RE2JS.compile(source);
  } catch {
    return undefined;
  }
}
