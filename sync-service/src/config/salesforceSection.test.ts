import assert from 'node:assert/strict';
import { test } from 'node:test';
import { salesforceSection } from './salesforceSection.ts';

test('an address of the org that is none is found by the check of the configuration, not by the first log-in', () => {
  const problems = (section: unknown) =>
    salesforceSection.safeParse(section).error?.issues.map(({ path, message }) => `${path.join()} ${message}`);
  assert.equal(problems({ loginUrl: 'https://example.my.salesforce.com' }), undefined);
  for (const loginUrl of ['nonsense', 'example.my.salesforce.com', 'ftp://example.my.salesforce.com'])
    assert.deepEqual(problems({ loginUrl }), ['loginUrl must be an address such as https://example.my.salesforce.com']);
});
