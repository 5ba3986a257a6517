import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { stubSource } from '../testing/stubSource.ts';
import { startTestService, type TestService } from '../testing/testService.ts';
import { until } from '../testing/until.ts';

/** A service with one dead delivery and one refused answer. */
async function withDeadLetters(context: TestContext, now?: () => Date): Promise<TestService> {
  const options = { sources: [stubSource('stub')], ...(now === undefined ? {} : { now }) };
  const service = await startTestService(context, options);
  await service.post('stub', '<not json>');
  await until('it is dead', async () => (await service.store.figures()).deliveries.dead === 1);
  await service.post('stub', JSON.stringify({ id: 'r1', rating: 3, email: 'ann@example.com', comment: 'too <b>slow</b>' }));
  await until('it waits', async () => (await service.store.counts()).waiting === 1);
  const [answer] = await service.store.waiting(0, 1);
  assert.ok(answer);
  const error = { code: 'FIELD_INTEGRITY_EXCEPTION', reason: 'Account <is> gone' };
  await service.store.finish([{ sequence: answer.sequence, contentHash: answer.contentHash, state: 'dead', error }]);
  return service;
}

async function page({ url, password }: TestService, path = '/'): Promise<string> {
  const reply = await fetch(`${url}${path}`, { headers: password });
  assert.equal(reply.status, 200);
  return reply.text();
}

function markIn(html: string): string {
  return /name="mark" value="([^"]+)"/.exec(html)?.[1] ?? assert.fail('the page has no form');
}

async function press({ url, password }: TestService, path: string, form: Record<string, string>, headers = {}): Promise<Response> {
  return fetch(`${url}${path}`, {
    method: 'POST',
    body: new URLSearchParams(form),
    headers: { ...password, ...headers },
    redirect: 'manual',
  });
}

test('everything but the health checks asks for the password', async (t) => {
  const { url, token } = await startTestService(t, { sources: [] });
  for (const path of ['/', '/status', '/metrics', '/nothing', '/dead-letters/replay']) {
    const reply = await fetch(`${url}${path}`);
    assert.deepEqual([path, reply.status, reply.headers.get('www-authenticate')?.slice(0, 5)], [path, 401, 'Basic']);
  }
  assert.equal((await fetch(`${url}/healthz`)).status, 200);
  assert.equal((await fetch(`${url}/readyz`)).status, 200);
  const bearer = { authorization: `Bearer ${token}` };
  assert.equal((await fetch(`${url}/status`, { headers: bearer })).status, 200);
  assert.equal((await fetch(`${url}/nothing`, { headers: bearer })).status, 404);
});

test('the page says in words what is in the store, without what was answered', async (t) => {
  const service = await withDeadLetters(t);
  const html = await page(service);
  assert.match(html, /Something needs attention\./);
  assert.match(html, /2 dead letters: somebody has to look at them/);
  assert.match(html, /<b>1<\/b> answer came in/);
  assert.match(html, /FIELD_INTEGRITY_EXCEPTION/);
  assert.match(html, /Account &lt;is&gt; gone/, 'texts of the org are escaped');
  assert.match(html, /No Salesforce org is configured/);
  assert.doesNotMatch(html, /ann@example|slow|not json/);
});

test('an empty service says that all is well, or what is missing', async (t) => {
  const html = await page(await startTestService(t, { sources: [] }));
  assert.match(html, /<b>0<\/b> answers are in Salesforce/);
  assert.match(html, /No answer is refused\./);
  assert.match(html, /No source is configured/);
});

test('one dead letter, or all of a kind, can be tried again from the page', async (t) => {
  const service = await withDeadLetters(t);
  const mark = markIn(await page(service));
  const one = await press(service, '/dead-letters/replay', { mark, id: 'answer:stub:r1' });
  assert.deepEqual([one.status, one.headers.get('location')], [303, '/?replayed=1']);
  assert.equal((await service.store.counts()).waiting, 1);
  assert.match(await page(service, '/?replayed=1'), /role="status"><p>1 is tried again now/);
  const none = await press(service, '/dead-letters/replay', { mark, code: 'OTHER' });
  assert.equal(none.headers.get('location'), '/?code=OTHER&replayed=0');
  const rest = await press(service, '/dead-letters/replay', { mark, source: 'stub' });
  assert.equal(rest.headers.get('location'), '/?source=stub&replayed=1');
});

test('a dead letter is given up only with a reason', async (t) => {
  const service = await withDeadLetters(t);
  const mark = markIn(await page(service));
  assert.equal((await press(service, '/dead-letters/discard', { mark, id: 'answer:stub:r1', why: ' ' })).status, 400);
  assert.equal((await press(service, '/dead-letters/discard', { mark, id: 'nonsense', why: 'x' })).status, 400);
  const done = await press(service, '/dead-letters/discard', { mark, id: 'answer:stub:r1', why: 'a test of ours' });
  assert.equal(done.headers.get('location'), '/?discarded=1');
  const letter = await service.store.deadLetter('answer:stub:r1');
  assert.deepEqual([letter?.state, letter?.discardedBecause], ['discarded', 'a test of ours']);
  assert.doesNotMatch(await page(service), /answer:stub:r1/);
});

test('a form of a foreign page is refused although the browser sends the password along', async (t) => {
  const clock = { at: new Date() };
  const service = await withDeadLetters(t, () => clock.at);
  const mark = markIn(await page(service));
  const id = 'answer:stub:r1';
  assert.equal((await press(service, '/dead-letters/replay', { id })).status, 403, 'no mark');
  assert.equal((await press(service, '/dead-letters/replay', { id, mark: `${mark}x` })).status, 403, 'a forged mark');
  for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.example' }, { origin: 'null' }]) {
    assert.equal((await press(service, '/dead-letters/replay', { id, mark }, headers)).status, 403, JSON.stringify(headers));
  }
  clock.at = new Date(clock.at.getTime() + 13 * 3_600_000);
  assert.equal((await press(service, '/dead-letters/replay', { id, mark })).status, 403, 'an old mark');
  assert.equal((await service.store.counts()).waiting, 0);
  const withToken = await fetch(`${service.url}/dead-letters/replay`, {
    method: 'POST',
    body: new URLSearchParams({ id }),
    headers: { authorization: `Bearer ${service.token}` },
    redirect: 'manual',
  });
  assert.equal(withToken.status, 303, 'a client with the token needs no mark');
});

test('long lists come page by page', async (t) => {
  const service = await startTestService(t, { sources: [stubSource('stub')] });
  await Promise.all(Array.from({ length: 23 }, (_none, index) => service.post('stub', `bad ${index}`)));
  await until('all are dead', async () => (await service.store.figures()).deliveries.dead === 23);
  const seen = new Set<string>();
  for (let path: string | undefined = '/'; path !== undefined;) {
    const html: string = await page(service, path);
    for (const [, id] of html.matchAll(/<code>(delivery:\d+)<\/code>/g)) seen.add(id ?? '');
    path = /href="([^"]+)">More of them/.exec(html)?.[1]?.replaceAll('&amp;', '&');
  }
  assert.equal(seen.size, 23);
});

test('the metrics are in the form of Prometheus and count what came in', async (t) => {
  const service = await startTestService(t, { sources: [stubSource('stub')] });
  await service.post('stub', JSON.stringify({ id: 'r1' }));
  await service.post('stub', '{}', { 'x-secret': 'wrong' });
  await until('it is read', async () => (await service.store.counts()).waiting === 1);
  const metrics = await page(service, '/metrics');
  assert.match(metrics, /customer_pulse_deliveries_total\{source="stub",via="webhook",outcome="new"\} 1/);
  assert.match(metrics, /customer_pulse_webhook_refusals_total\{source="stub",reason="wrong signature"\} 1/);
  assert.match(metrics, /customer_pulse_answers_accepted_total\{source="stub",outcome="new"\} 1/);
  assert.match(metrics, /# TYPE customer_pulse_webhook_seconds histogram/);
});

test('a store that cannot be read leaves a page that says so', async (t) => {
  const broken = () => Promise.reject(new Error('the disk is gone'));
  let well = true;
  const service = await startTestService(t, {
    sources: [stubSource('stub')],
    wrapStore: (store) => ({
      ...store,
      figures: () => (well ? store.figures() : broken()),
      setting: (name) => (well ? store.setting(name) : broken()),
    }),
  });
  well = false;
  const reply = await fetch(service.url, { headers: service.password });
  assert.equal(reply.status, 503);
  assert.match(await reply.text(), /The store cannot be used\. Nothing is taken in until it can\./);
  assert.equal((await fetch(`${service.url}/readyz`)).status, 503);
  assert.equal((await fetch(`${service.url}/healthz`)).status, 200);
  well = true;
});
