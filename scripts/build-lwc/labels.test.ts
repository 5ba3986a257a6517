import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { findBundles } from './bundles';
import { checkLabels } from './labels';
import { withFiles } from './testBundles';

describe('labels of the components', () => {
  it('names a label that is missing, and one that nothing uses', () => {
    const files = {
      'src/card/card.ts': "import one from '@salesforce/label/c.Pulse_One';\nimport two from '@salesforce/label/c.Pulse_Two';\n",
      'src/card/card.js-meta.xml': '',
      'labels.xml': '<labels><fullName>Pulse_One</fullName></labels><labels><fullName>Pulse_Three</fullName></labels>',
    };
    withFiles(files, (folder) => {
      const labelsFile = join(folder, 'labels.xml');
      assert.deepEqual(checkLabels(findBundles(join(folder, 'src')), labelsFile), [
        'lwc-ts-src/card/card.ts: no custom label Pulse_Two',
        `${labelsFile}: nothing uses the label Pulse_Three`,
      ]);
    });
  });

  it('leaves labels of other parts of the package alone', () => {
    withFiles({ 'src/.keep': '', 'labels.xml': '<labels><fullName>Flow_Text</fullName></labels>' }, (folder) => {
      assert.deepEqual(checkLabels(findBundles(join(folder, 'src')), join(folder, 'labels.xml')), []);
    });
  });
});
