import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { SetupError } from '../errors.ts';
import { workFolder } from '../testing/workFolder.ts';
import { configJsonSchema } from './jsonSchema.ts';
import { loadConfig, type LoadedConfig } from './loadConfig.ts';
import { orgSettingsOf } from './salesforceSection.ts';

function load(t: TestContext, yaml: string, environment: NodeJS.ProcessEnv = {}): LoadedConfig & { folder: string } {
  const folder = workFolder(t);
  const file = folder.write('conf/customer-pulse.yaml', yaml);
  return { ...loadConfig({ file, environment, workingFolder: folder.path }), folder: folder.path };
}

function refusal(t: TestContext, yaml: string, environment: NodeJS.ProcessEnv = {}): string {
  try {
    load(t, yaml, environment);
  } catch (thrown) {
    assert.ok(thrown instanceof SetupError);
    return thrown.message;
  }
  return assert.fail('nothing was refused');
}

test('without a file everything has its default; the store is below the working directory', (t) => {
  const { path: workingFolder } = workFolder(t);
  const { file, config } = loadConfig({ environment: {}, workingFolder });
  assert.equal(file, undefined);
  assert.equal(config.inbox.queue, 2_000);
  assert.equal(config.store.data, path.join(workingFolder, '.customer-pulse', 'sync-service'));
});

test('a file of a usual name in the working directory is found, JSON as well', (t) => {
  const folder = workFolder(t);
  const file = folder.write('customer-pulse.json', '{\n\t"inbox": { "queue": 77 }\n}');
  const loaded = loadConfig({ environment: {}, workingFolder: folder.path });
  assert.deepEqual([loaded.file, loaded.config.inbox.queue], [file, 77]);
});

test('the environment goes before the file, an option before the environment; relative paths begin at the file', (t) => {
  const yaml = 'store:\n  data: ../kept\ninbox: { queue: 20 }\n';
  assert.equal(load(t, yaml).config.store.data.endsWith(`${path.sep}kept`), true);
  const { config, folder } = load(t, yaml, {
    CUSTOMER_PULSE__INBOX__QUEUE: '30',
    CUSTOMER_PULSE_DATA: 'here',
    CUSTOMER_PULSE__INBOX__QUEUE_MEGABYTES: '5',
  });
  assert.deepEqual([config.inbox.queue, config.inbox.queueMegabytes, config.store.data], [30, 5, path.join(folder, 'here')]);
  const file = path.join(folder, 'conf', 'customer-pulse.yaml');
  const byOption = loadConfig({ file, data: 'there', environment: { CUSTOMER_PULSE_DATA: 'here' }, workingFolder: folder });
  assert.equal(byOption.config.store.data, path.join(folder, 'there'));
});

test('secrets come from variables and files, keep to themselves, and variables of the org go before the file', (t) => {
  const folder = workFolder(t);
  folder.write('conf/secret.txt', 's3cret\n');
  const file = folder.write(
    'conf/customer-pulse.yaml',
    'salesforce:\n  loginUrl: https://a.example\n  clientId: { env: APP_ID }\n  clientSecret: { file: secret.txt }\n',
  );
  const environment = { APP_ID: 'app', SALESFORCE_LOGIN_URL: 'https://b.example' };
  const { config } = loadConfig({ file, environment, workingFolder: folder.path });
  assert.doesNotMatch(JSON.stringify(config), /s3cret/);
  const org = orgSettingsOf(config.salesforce, environment);
  assert.deepEqual([org.loginUrl, org.clientId, org.clientSecret], ['https://b.example', 'app', 's3cret']);
});

test('each wrong key is told with its line, what is wrong, and what is known; values are not repeated', (t) => {
  const message = refusal(
    t,
    'salesforce:\n  clientSecret: hunter2\ninbox:\n  queue: 1\n  quueMegabytes: 2\ntelemtry: {}\ntelemetry:\n  logLevel: loud\n',
    { CUSTOMER_PULSE__INBOX__READERS: 'many', CUSTOMER_PULSE__INBX__X: '1' },
  );
  for (const expected of [
    /line 2: salesforce\.clientSecret: must say where the secret is/,
    /line 4: inbox\.queue: Too small/,
    /line 5: inbox\.quueMegabytes: is not known; did you mean queueMegabytes\?/,
    /line 6: telemtry: is not known; did you mean telemetry\?/,
    /line 8: telemetry\.logLevel: Invalid option/,
    /CUSTOMER_PULSE__INBOX__READERS \(inbox\.readers\): /,
    /CUSTOMER_PULSE__INBX__X: names no key/,
  ]) {
    assert.match(message, expected);
  }
  assert.doesNotMatch(message, /hunter2/);
});

test('a secret that is not there is named by variable or file; commands that need none go on without it', (t) => {
  const yaml = 'salesforce:\n  clientSecret: { env: NO_SUCH }\n  accessToken: { file: none.txt }\n';
  assert.match(
    refusal(t, yaml),
    /line 2: salesforce\.clientSecret: the environment variable NO_SUCH is not set\n.*line 3: .*none\.txt cannot be read/,
  );
  const folder = workFolder(t);
  const file = folder.write('c.yaml', yaml);
  assert.equal(loadConfig({ file, environment: {}, withoutSecrets: true }).config.salesforce.clientSecret?.reveal(), '');
});

for (const [what, yaml, expected] of [
  ['broken YAML', 'inbox:\n  queue: [1\n', /cannot be understood\. Line \d/],
  ['a key twice', 'inbox: {}\ninbox: {}\n', /Line 2: Map keys must be unique/],
  ['a list', '- a\n', /must consist of sections/],
  ['a section that is none', 'inbox: 3\n', /line 1: inbox: /],
] as const) {
  test(`${what} is refused with its line`, (t) => assert.match(refusal(t, yaml), expected));
}

const key = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;

test('sources: the kind tells which keys are known; names differ', (t) => {
  const message = refusal(
    t,
    'sources:\n  - name: one\n    kind: generic\n    secret: { env: KEY }\n    apiKey: x\n  - name: two\n    kind: nobody\n  - { name: One, kind: generic, secret: { env: KEY } }\n  - { name: four, kind: generic, secret: plain }\n',
    { KEY: key },
  );
  assert.match(message, /line 5: sources\[0\]\.apiKey: is not known\. Known here: name, kind, secret, previousSecret, surveys, anonymous/);
  assert.match(message, /line 7: sources\[1\]\.kind: must be one of .*generic/);
  assert.match(message, /line 9: sources\[3\]\.secret: must say where/);
  assert.doesNotMatch(message, /plain/);
  assert.match(
    refusal(
      t,
      'sources:\n  - { name: one, kind: generic, secret: { env: KEY } }\n  - { name: One, kind: generic, secret: { env: KEY } }\n',
      { KEY: key },
    ),
    /line 3: sources\[1\]\.name: is the name of another source/,
  );
});

test('a file that is named but not there: says so and how to write one', () => {
  assert.throws(() => loadConfig({ file: '/none/such.yaml', environment: {} }), /such\.yaml cannot be read: .*customer-pulse init/);
});

test('editors get a schema: secrets are pointers, keys have descriptions', () => {
  const text = JSON.stringify(configJsonSchema());
  assert.match(text, /"clientSecret":\{[^}]*"description":"Its consumer secret/);
  assert.match(text, /"oneOf":\[\{"type":"object","properties":\{"env"/);
  assert.doesNotMatch(text, /filePath/);
});

test('the schema beside the package is of this release: customer-pulse config schema > sync-service/customer-pulse.schema.json', () => {
  const file = path.join(import.meta.dirname, '..', '..', 'customer-pulse.schema.json');
  assert.deepEqual(JSON.parse(readFileSync(file, 'utf8')), JSON.parse(JSON.stringify(configJsonSchema())));
});
