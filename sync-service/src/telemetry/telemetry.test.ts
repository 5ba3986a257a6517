import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PassThrough } from 'node:stream';
import { json } from 'node:stream/consumers';
import { text } from 'node:stream/consumers';
import { test, type TestContext } from 'node:test';
import { z } from 'zod';
import { Conditions } from './conditions.ts';
import { telemetrySettings } from './settings.ts';
import { startTelemetry } from './startTelemetry.ts';
import { traceEndpoint } from './traces.ts';

test('log lines are JSON with time, level and event; an address that slips in is taken out', async () => {
  const stream = new PassThrough();
  const telemetry = await startTelemetry(telemetrySettings.parse({}), { environment: {}, stream });
  telemetry.log.debug('too fine');
  telemetry.log.info('answer pushed', { answer: 'stub:r1', reason: 'refused for ann@example.com.' });
  stream.end();
  const line = z.record(z.string(), z.unknown()).parse(JSON.parse(await text(stream)));
  assert.match(String(line['time']), /^\d{4}-\d{2}-\d{2}T.*Z$/);
  delete line['time'];
  assert.deepEqual(line, { level: 'info', event: 'answer pushed', answer: 'stub:r1', reason: 'refused for (address).' });
});

test('a condition is logged when it changes, not each time it is said', async () => {
  const stream = new PassThrough();
  const telemetry = await startTelemetry(telemetrySettings.parse({}), { environment: {}, stream });
  for (let times = 0; times < 3; times++) telemetry.condition('org', 'It is away.');
  telemetry.condition('org');
  telemetry.condition('org');
  stream.end();
  const events = (await text(stream)).trim().split('\n');
  assert.deepEqual(
    events.map((line) => z.object({ event: z.string() }).parse(JSON.parse(line)).event),
    ['problem', 'works again'],
  );
  assert.match((await telemetry.metrics.exposition()).text, /customer_pulse_condition\{part="org"\} 1/);
});

test('conditions know since when, and the last problem after it has gone', () => {
  const conditions = new Conditions();
  const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 22, 10, minute));
  conditions.note('org', undefined, at(0));
  conditions.note('org', 'It is away.', at(1));
  conditions.note('org', 'It has no calls left.', at(2));
  assert.deepEqual(
    conditions.takeChanged().map(({ since, problem }) => [since.slice(14, 16), problem]),
    [['01', 'It has no calls left.']],
  );
  conditions.note('org', undefined, at(3));
  const [org] = conditions.list();
  assert.deepEqual([org?.since.slice(14, 16), org?.problem, org?.last?.problem], ['03', undefined, 'It has no calls left.']);
  conditions.takeChanged();
  conditions.note('org', undefined, at(4));
  assert.deepEqual(conditions.takeChanged(), []);
});

test('where traces go: the setting, else the variables of OpenTelemetry, else nowhere', () => {
  const settings = (endpoint?: string) => telemetrySettings.parse({ traces: endpoint === undefined ? {} : { endpoint } });
  assert.equal(traceEndpoint(settings(), {}), undefined);
  assert.equal(traceEndpoint(settings(), { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://c:4318/' }), 'http://c:4318/v1/traces');
  assert.equal(traceEndpoint(settings(), { OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'http://t:4318/x' }), 'http://t:4318/x');
  assert.equal(traceEndpoint(settings('http://s:4318/v1/traces'), { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://c' }), 'http://s:4318/v1/traces');
});

const spans = z.object({
  resourceSpans: z.array(
    z.object({
      scopeSpans: z.array(
        z.object({
          spans: z.array(
            z.object({
              ...{ name: z.string(), traceId: z.string(), spanId: z.string(), parentSpanId: z.string().optional() },
              links: z.array(z.object({ traceId: z.string(), spanId: z.string() })).default([]),
              status: z.object({ code: z.number().optional(), message: z.string().optional() }).default({}),
            }),
          ),
        }),
      ),
    }),
  ),
});

/** A collector of traces that keeps what it is sent. */
async function collector(context: TestContext) {
  const received: z.infer<typeof spans>[] = [];
  const server = createServer((request, response) => {
    void json(request).then((body) => {
      received.push(spans.parse(body));
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  context.after(() => {
    server.close();
    server.closeAllConnections();
  });
  const all = () =>
    received.flatMap(({ resourceSpans }) => resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/traces`, all };
}

test('one trace leads from the webhook over the store to the push; further answers of a call are linked', async (t) => {
  const { url, all } = await collector(t);
  const settings = telemetrySettings.parse({ traces: { endpoint: url } });
  const telemetry = await startTelemetry(settings, { environment: {}, stream: new PassThrough() });
  const webhook = (): Promise<string | undefined> => telemetry.trace('webhook', [undefined], {}, async ({ traceparent }) => traceparent);
  const [one, other] = [await webhook(), await webhook()];
  await telemetry.trace('push', [one, other], { answers: 2 }, async (span) => span.set({ records: 4 }));
  await assert.rejects(telemetry.trace('broken', [one], {}, () => Promise.reject(new TypeError('about ann@example.com'))));
  await telemetry.stop();
  const [first, second, push, broken] = all();
  assert.deepEqual(
    all().map(({ name }) => name),
    ['webhook', 'webhook', 'push', 'broken'],
  );
  assert.deepEqual([push?.traceId, push?.parentSpanId], [first?.traceId, first?.spanId]);
  assert.deepEqual(push?.links, [{ traceId: second?.traceId, spanId: second?.spanId }]);
  assert.notEqual(first?.traceId, second?.traceId);
  assert.deepEqual(broken?.status, { code: 2, message: 'TypeError' }, 'the kind of an error, never its message');
});
