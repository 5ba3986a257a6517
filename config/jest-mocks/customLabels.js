const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const LABELS_FILE = join(__dirname, '../../force-app/main/default/labels/CustomLabels.labels-meta.xml');
const LABEL = /<labels>[\s\S]*?<fullName>(\w+)<\/fullName>[\s\S]*?<value>([\s\S]*?)<\/value>[\s\S]*?<\/labels>/g;
const ENTITIES = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'", '&amp;': '&' };

/** Gives the components the package's own words, so that tests read as the page does. */
for (const [, name, text] of readFileSync(LABELS_FILE, 'utf8').matchAll(LABEL)) {
  const value = text.replace(/&\w+;/g, (entity) => ENTITIES[entity] ?? entity);
  jest.doMock(`@salesforce/label/c.${name}`, () => ({ __esModule: true, default: value }), { virtual: true });
}

jest.doMock('@salesforce/i18n/timeZone', () => ({ __esModule: true, default: 'UTC' }), { virtual: true });
