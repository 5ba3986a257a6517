import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readOrgSettings } from './orgSettings.ts';

test('an access token with its instance, or client credentials, are enough', () => {
  assert.deepEqual(
    readOrgSettings({ SALESFORCE_INSTANCE_URL: 'https://a.my.salesforce.com/', SALESFORCE_ACCESS_TOKEN: 't', SALESFORCE_CLIENT_ID: '' }),
    {
      loginUrl: 'https://a.my.salesforce.com',
      instanceUrl: 'https://a.my.salesforce.com',
      accessToken: 't',
      apiVersion: '66.0',
      retryBaseMs: 500,
    },
  );
  assert.equal(
    readOrgSettings({ SALESFORCE_LOGIN_URL: 'http://127.0.0.1:1', SALESFORCE_CLIENT_ID: 'i', SALESFORCE_CLIENT_SECRET: 's' }).clientId,
    'i',
  );
});

for (const [what, environment, message] of [
  ['nothing set', {}, /No Salesforce org is configured\. Set SALESFORCE_INSTANCE_URL and SALESFORCE_ACCESS_TOKEN, or/],
  [
    'an address that is none',
    { SALESFORCE_INSTANCE_URL: 'my org', SALESFORCE_ACCESS_TOKEN: 't' },
    /^SALESFORCE_INSTANCE_URL must be an address/,
  ],
  ['a version that is none', { SALESFORCE_API_VERSION: 'v66' }, /^SALESFORCE_API_VERSION must look like 66\.0/],
  [
    'http to another machine',
    { SALESFORCE_INSTANCE_URL: 'http://example.com', SALESFORCE_ACCESS_TOKEN: 't0k3n' },
    /must start with https: credentials are not sent over http/,
  ],
] as const) {
  test(`${what} is refused by name, without values`, () => {
    assert.throws(
      () => readOrgSettings(environment),
      (error: Error) => message.test(error.message) && !error.message.includes('t0k3n'),
    );
  });
}
