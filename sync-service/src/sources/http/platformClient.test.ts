import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test, type TestContext } from 'node:test';
import { PlatformUnavailable } from '../platformHttp.ts';
import { stubPlatform, type Answered } from '../testing/stubPlatform.ts';
import { PlatformClient, type PlatformClientOptions } from './platformClient.ts';

interface Client {
  readonly client: PlatformClient;
  readonly waits: number[];
  readonly calls: () => number;
  readonly url: string;
}

async function client(context: TestContext, answers: readonly Answered[], options: Partial<PlatformClientOptions> = {}): Promise<Client> {
  const platform = await stubPlatform(context, () => ({ body: 'fine' }));
  platform.fail((_, call) => answers[call - 1]);
  const waits: number[] = [];
  const wait = async (milliseconds: number): Promise<void> => void waits.push(milliseconds);
  const made = new PlatformClient({ platform: 'Stub', callsPerSecond: 1e6, wait, random: () => 1, ...options });
  return { client: made, waits, calls: () => platform.asked.length, url: platform.url };
}

const away: Answered = { status: 503, body: '' };

test('given a platform that is away for a moment, a question is repeated with growing pauses', async (t) => {
  const { client: http, waits, url } = await client(t, [away, { status: 500, body: '' }, { status: 408, body: '' }]);
  assert.equal((await http.send({ url })).body, 'fine');
  assert.deepEqual(waits, [500, 1000, 2000]);
});

test('after four attempts it is given up, in words', async (t) => {
  const { client: http, calls, url } = await client(t, [away, away, away, away, away]);
  await assert.rejects(http.send({ url }), { name: 'PlatformUnavailable', message: 'Stub cannot answer now (status 503).' });
  assert.equal(calls(), 4);
});

test('what must not be done twice is repeated only where it surely was not done', async (t) => {
  const { client: http, calls, url } = await client(t, [{ status: 429, body: '' }, away]);
  await assert.rejects(http.send({ method: 'POST', url, body: '{}' }), PlatformUnavailable);
  assert.equal(calls(), 2);
  const free = await closedPort();
  const counted: number[] = [];
  const { client: other } = await client(t, [], { onCall: (status) => counted.push(status) });
  await assert.rejects(other.send({ method: 'POST', url: `http://127.0.0.1:${free}`, body: '' }), {
    message: 'Stub cannot be reached: ECONNREFUSED.',
  });
  assert.deepEqual(counted, [0, 0, 0, 0]);
});

test('a reply that says something about the request is handed back, not repeated', async (t) => {
  const { client: http, calls, url } = await client(t, [{ status: 404, body: { error: 'gone' } }]);
  const reply = await http.send({ url });
  assert.deepEqual([reply.status, reply.body, calls()], [404, '{"error":"gone"}', 1]);
});

test('a redirect is not followed: the key would go with it', async (t) => {
  const { client: http, url } = await client(
    t,
    Array<Answered>(9).fill({ status: 302, headers: { location: 'http://127.0.0.1:1/' }, body: '' }),
  );
  await assert.rejects(http.send({ url, headers: { 'x-key': 'secret' } }), {
    message: /redirects to another address \(status 302\): correct url/,
  });
});

test('one that is told to wait makes all others wait', async (t) => {
  const now = 1_000_000;
  const { client: http, waits, url } = await client(t, [{ status: 429, headers: { 'retry-after': '20' }, body: '' }], { clock: () => now });
  await http.send({ url });
  waits.length = 0;
  await http.send({ url });
  assert.deepEqual(
    waits.map((wait) => Math.round(wait)),
    [20_000],
  );
});

test('calls are spread over the second', async (t) => {
  const now = 1_000_000;
  const { client: http, waits, url } = await client(t, [], { callsPerSecond: 10, clock: () => now });
  await Promise.all(Array.from({ length: 5 }, () => http.send({ url })));
  assert.deepEqual(waits, [100, 200, 300, 400]);
});

test('a reply that never ends in time, and one that is far too large, are given up', async (t) => {
  const server = createServer((request, response) => {
    response.write('begun');
    if (request.url === '/large') for (let sent = 0; sent < 40; sent++) response.write(Buffer.alloc(1024 * 1024));
    if (request.url === '/large') response.end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { client: http } = await client(t, [], { timeoutMs: 300 });
  await assert.rejects(http.send({ url }), { message: 'Stub cannot be reached: no answer in time.' });
  const { client: patient } = await client(t, []);
  await assert.rejects(patient.send({ url: `${url}/large` }), { message: 'Stub answered with more than 32 MB.' });
});

async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}
