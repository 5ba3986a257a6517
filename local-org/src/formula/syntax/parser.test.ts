import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { FormulaError } from '../errors.ts';
import type { SyntaxNode } from './nodes.ts';
import { parseFormula } from './parser.ts';

/** `(+ 1 (* 2 3))` */
function show(node: SyntaxNode): string {
  switch (node.kind) {
    case 'number':
    case 'text':
      return node.text;
    case 'boolean':
      return String(node.value);
    case 'null':
      return 'null';
    case 'name':
      return node.path.join('.');
    case 'call':
      return `(${[node.name, ...node.args.map(show)].join(' ')})`;
  }
}

describe('the tree of a formula', () => {
  const trees: readonly (readonly [string, string])[] = [
    ['1 + 2 * 3', '(+ 1 (* 2 3))'],
    ['2 * 3 ^ 2', '(^ (* 2 3) 2)'],
    ['a || b && c = d', '(|| a (&& b (= c d)))'],
    ['a & b = c', '(= (& a b) c)'],
    ['- a - - b', '(- (negate a) (negate b))'],
    ['not a = b', '(= (NOT a) b)'],
    ['if(a, b, c)', '(IF a b c)'],
    ['$User.Id <> {!$Record.OwnerId}', '(!= $User.Id $Record.OwnerId)'],
    ['NOW()', '(NOW)'],
  ];
  for (const [source, tree] of trees) {
    it(`${source} is ${tree}`, () => assert.equal(show(parseFormula(source)), tree));
  }

  it('every text is either read or refused with its place', () => {
    const fragments = fc.constantFrom(
      '(',
      ')',
      ',',
      '+',
      '-',
      '*',
      '^',
      '=',
      '<>',
      '&&',
      'IF',
      'a.b__c',
      '1',
      '.5',
      '"x"',
      "'",
      '{!',
      '}',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(fragments, { maxLength: 12 }), (parts) => {
        const source = parts.join('');
        try {
          parseFormula(source);
        } catch (error) {
          assert.ok(error instanceof FormulaError);
          assert.ok(error.position >= 0 && error.position <= source.length);
        }
      }),
    );
  });
});
