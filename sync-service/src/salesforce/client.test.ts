import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { silentTelemetry } from '../telemetry/telemetry.ts';
import { startStubOrg } from '../testing/stubOrg.ts';
import { SalesforceClient } from './client.ts';
import { readOrgSettings } from './orgSettings.ts';

test('an org that cannot be reached is told of while it is still being tried, and so is that it is back', async (t) => {
  let cuts = 5;
  const server = createServer((request, response) => {
    if (cuts-- > 0) request.socket.destroy();
    else response.setHeader('content-type', 'application/json').end('{"done":true}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close().closeAllConnections());
  const instanceUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const said: string[] = [];
  const client = new SalesforceClient(readOrgSettings({ SALESFORCE_INSTANCE_URL: instanceUrl, SALESFORCE_ACCESS_TOKEN: 'token' }), {
    wait: () => Promise.resolve(),
    telemetry: { ...silentTelemetry, condition: (part, problem = 'works') => void said.push(`${part}: ${problem}`) },
  });

  assert.deepEqual(await client.request('GET', client.path('/limits')), { done: true });

  assert.match(said[0] ?? '', /^org: The org cannot be reached at http:.* \((ECONNRESET|UND_ERR_SOCKET)\)/);
  assert.equal(said.at(-1), 'org: works');
  await client.request('GET', client.path('/limits'));
  assert.equal(said.length, 3, 'attempts 4 and 5, and the end of it');
});

test('an org that refuses for want of calls counts as one without any, whatever it said before; too many at once does not', async (t) => {
  let message = 'ConcurrentRequests (Concurrent API Requests) Limit exceeded.';
  let refuses = false;
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json');
    if (refuses) response.writeHead(403).end(JSON.stringify([{ errorCode: 'REQUEST_LIMIT_EXCEEDED', message }]));
    else response.setHeader('sforce-limit-info', 'api-usage=600/1000').end('{}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close().closeAllConnections());
  const instanceUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = new SalesforceClient(readOrgSettings({ SALESFORCE_INSTANCE_URL: instanceUrl, SALESFORCE_ACCESS_TOKEN: 'token' }), {
    wait: () => Promise.resolve(),
  });
  const ask = () => client.request('GET', client.path('/limits'));
  await ask();
  refuses = true;
  await assert.rejects(ask());
  assert.deepEqual(client.limit, { used: 600, limit: 1_000 });
  message = 'TotalRequests Limit exceeded.';
  await assert.rejects(ask(), { name: 'OrgUnavailable', trouble: 'no calls left' });
  assert.deepEqual(client.limit, { used: 1_000, limit: 1_000 });
});

test('given an upload whose own rows cannot be read, when it is sent, then the reader of the rows is told and nothing is sent again', async (t) => {
  const org = await startStubOrg();
  t.after(org.close);
  const client = new SalesforceClient(readOrgSettings(org.environment()), { wait: () => assert.fail('it is not tried again') });
  const chunks = async function* (): AsyncGenerator<Uint8Array> {
    yield Buffer.from('Name\n');
    await Promise.resolve();
    throw new RangeError('the store is gone');
  };
  const sending = client.upload(client.path('/jobs/ingest/750/batches'), { contentType: 'text/csv', chunks });
  await assert.rejects(sending, new RangeError('the store is gone'));
  assert.equal(client.calls, 1);
});

test('given an org that answers before it has read an upload, when that is tried again, then it goes through', async (t) => {
  let tries = 0;
  const server = createServer((request, response) => {
    tries++;
    if (tries <= 2) response.writeHead(503).end('busy', () => request.socket.destroy());
    else request.resume().on('end', () => response.end());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close().closeAllConnections());
  const instanceUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = new SalesforceClient(readOrgSettings({ SALESFORCE_INSTANCE_URL: instanceUrl, SALESFORCE_ACCESS_TOKEN: 'token' }), {
    wait: () => Promise.resolve(),
  });
  const chunks = async function* (): AsyncGenerator<Uint8Array> {
    for (let chunk = 0; chunk < 200; chunk++) {
      await Promise.resolve();
      yield Buffer.alloc(64 * 1_024, 'x');
    }
  };
  await client.upload('/services/data/v66.0/jobs/ingest/750/batches', { contentType: 'text/csv', chunks });
  assert.equal(tries, 3);
});
