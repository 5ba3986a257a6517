import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findBundles } from './bundles';
import { compileBundles } from './compile';
import { withFiles } from './testBundles';

const COMPONENT = `import { LightningElement, api } from 'lwc';
import type { Row } from 'c/rows';

export default class Card extends LightningElement {
  /** The row. */
  @api row: Row | undefined;
  private count: number = 1;
  override connectedCallback(): void {
    this.count += 1;
  }
}
`;

describe('compiling a bundle', () => {
  it('takes the types away and keeps decorators, fields and comments', () => {
    withFiles({ 'card/card.ts': COMPONENT, 'card/card.js-meta.xml': '<x/>' }, (folder) => {
      const code = compileBundles(findBundles(folder)).get('card/card.js') ?? '';
      assert.match(code, /^\/\/ Generated from lwc-ts-src\/card\/card\.ts by `npm run build:lwc`/);
      assert.match(code, /\/\*\* The row\. \*\/\s+@api\s+row;/);
      assert.match(code, /count = 1;/);
      assert.doesNotMatch(code, /override|private|c\/rows|Row/);
    });
  });

  it('copies template, styles and meta file, and leaves tests behind', () => {
    const files = {
      'card/card.ts': COMPONENT,
      'card/card.html': '<template></template>',
      'card/card.css': ':host {}',
      'card/card.js-meta.xml': '<x/>',
      'card/__tests__/card.test.ts': 'it()',
    };
    withFiles(files, (folder) => {
      const output = compileBundles(findBundles(folder));
      assert.deepEqual([...output.keys()].sort(), ['card/card.css', 'card/card.html', 'card/card.js', 'card/card.js-meta.xml']);
      assert.equal(output.get('card/card.html'), '<template></template>');
    });
  });

  it('makes nothing of a file of types alone', () => {
    const files = {
      'card/card.ts': COMPONENT,
      'card/row.ts': '/** A row. */\nexport interface Row { id: string }\n',
      'card/card.js-meta.xml': '',
    };
    withFiles(files, (folder) => {
      assert.equal(compileBundles(findBundles(folder)).has('card/row.js'), false);
    });
  });

  it('refuses a kind of file that the platform does not take', () => {
    withFiles({ 'card/card.ts': COMPONENT, 'card/card.js-meta.xml': '', 'card/notes.md': '' }, (folder) => {
      assert.throws(() => compileBundles(findBundles(folder)), /lwc-ts-src\/card\/notes\.md: a bundle holds/);
    });
  });

  it('finds bundles by their meta file, and says when one lacks its module', () => {
    withFiles({ 'types/lightning.d.ts': '', 'card/card.js-meta.xml': '' }, (folder) => {
      assert.throws(() => findBundles(folder), /lwc-ts-src\/card has no card\.ts/);
    });
    withFiles({ 'types/lightning.d.ts': '' }, (folder) => {
      assert.deepEqual(findBundles(folder), []);
    });
  });
});
