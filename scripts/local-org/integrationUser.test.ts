import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asService, serviceEnv } from './integrationUser';

const orgEnv = {
  SALESFORCE_LOGIN_URL: 'http://127.0.0.1:8080',
  SALESFORCE_INSTANCE_URL: 'http://127.0.0.1:8080',
  SALESFORCE_USERNAME: 'admin@example.com',
  SALESFORCE_PASSWORD: 'x',
  SALESFORCE_ACCESS_TOKEN: '00D!admin',
  SALESFORCE_CLIENT_ID: 'client',
  SALESFORCE_CLIENT_SECRET: 'secret',
  SALESFORCE_JWT_KEY_FILE: 'key.pem',
  SALESFORCE_API_VERSION: '66.0',
};

test("given org.env, the service gets its own client and nothing of the administrator's", () => {
  const expected = ['SALESFORCE_API_VERSION', 'SALESFORCE_CLIENT_ID', 'SALESFORCE_CLIENT_SECRET', 'SALESFORCE_LOGIN_URL'];
  assert.deepEqual(Object.keys(serviceEnv(orgEnv)).toSorted(), expected);
});

test('given an environment that names another org, it is not passed on', () => {
  process.env['SALESFORCE_ACCESS_TOKEN'] = 'elsewhere';
  try {
    assert.equal(asService(orgEnv)['SALESFORCE_ACCESS_TOKEN'], undefined);
    assert.equal(asService(orgEnv)['PATH'], process.env['PATH']);
  } finally {
    delete process.env['SALESFORCE_ACCESS_TOKEN'];
  }
});

test('given an org.env without a client, it is said which variable is missing', () => {
  assert.throws(() => serviceEnv({ ...orgEnv, SALESFORCE_CLIENT_SECRET: undefined }), /SALESFORCE_CLIENT_SECRET is missing/u);
});
