import type { Evaluator } from '../runtime/values.ts';
import { formatNumber } from '../runtime/numbers.ts';
import { read } from './build.ts';
import { checkCount, checkType, type FunctionDefinition } from './definition.ts';

/** HYPERLINK(url, label, [target]): the mark-up that the platform's API gives for such a field. */
const hyperlink: FunctionDefinition = {
  name: 'HYPERLINK',
  places: ['field', 'flow'],
  check(site) {
    checkCount(site, 2, 3);
    site.args.forEach((_arg, index) => checkType(site, index, 'text'));
    return 'text';
  },
  emit(args) {
    const [url, label, target] = texts(args);
    return (values, context) => {
      const where = url?.(values, context) ?? '';
      const window = target?.(values, context) ?? '_blank';
      return `<a href="${where}" target="${window}">${label?.(values, context) ?? ''}</a>`;
    };
  },
};

/** IMAGE(url, alternate text, [height, width]) */
const image: FunctionDefinition = {
  name: 'IMAGE',
  places: ['field', 'flow'],
  check(site) {
    checkCount(site, 2, 4);
    site.args.forEach((_arg, index) => checkType(site, index, index < 2 ? 'text' : 'number'));
    return 'text';
  },
  emit(args) {
    const [url, alternate] = texts(args);
    const height = read('number', args[2]);
    const width = read('number', args[3]);
    return (values, context) => {
      const sizes = [size('height', height(values, context)), size('width', width(values, context))].join('');
      const style = sizes === '' ? '' : ` style="${sizes}"`;
      return `<img src="${url?.(values, context) ?? ''}" alt="${alternate?.(values, context) ?? ''}"${style} border="0"/>`;
    };
  },
};

function texts(args: readonly Evaluator[]): readonly Evaluator<string | null>[] {
  return args.map((arg) => read('text', arg));
}

function size(name: string, value: Parameters<typeof formatNumber>[0] | null): string {
  return value === null ? '' : `${name}:${formatNumber(value)}px; `;
}

export const linkFunctions: readonly FunctionDefinition[] = [hyperlink, image];
