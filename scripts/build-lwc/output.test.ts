import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { staleFiles, writeOutput } from './output';
import { withFiles } from './testBundles';

const OUTPUT = new Map([
  ['card/card.js', 'new'],
  ['card/card.html', 'same'],
]);

describe('compiled output', () => {
  it('is stale where a file differs, is missing, or belongs to no bundle', () => {
    withFiles({ 'card/card.js': 'old', 'gone/gone.js': 'old' }, (folder) => {
      assert.deepEqual(staleFiles(folder, OUTPUT).sort(), ['card/card.html', 'card/card.js', 'gone/gone.js']);
    });
  });

  it('is fresh once written, without what no bundle makes, and with files beside the bundles kept', () => {
    withFiles({ 'card/card.js': 'old', 'gone/gone.js': 'old', 'jsconfig.json': '{}' }, (folder) => {
      writeOutput(folder, OUTPUT);
      assert.deepEqual(staleFiles(folder, OUTPUT), []);
      assert.equal(readFileSync(join(folder, 'card/card.js'), 'utf8'), 'new');
      assert.equal(existsSync(join(folder, 'gone/gone.js')), false);
      assert.equal(existsSync(join(folder, 'jsconfig.json')), true);
    });
  });

  it('is all missing where there is no folder yet', () => {
    withFiles({}, (folder) => {
      assert.deepEqual(staleFiles(join(folder, 'lwc'), OUTPUT), ['card/card.js', 'card/card.html']);
    });
  });
});
