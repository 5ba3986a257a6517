import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import type { LightMyRequestResponse } from 'fastify';
import { keepOrgSettings } from '../orgSettings.ts';
import { openSite, type OpenSite } from '../testing/openSite.ts';

const host = 'https://mail.example.com';
const inside = `/lightning/out/component?name=c-gauge&host=${encodeURIComponent(host)}`;

interface OpenOut extends OpenSite {
  /** Asks as a frame in the host's page does. */
  readonly ask: (url: string, cookie?: string) => Promise<LightMyRequestResponse>;
}

async function openOut(t: TestContext): Promise<OpenOut> {
  const site = await openSite(t);
  keepOrgSettings(site.org.database, { embedHosts: [host, 'http://localhost:3000'] });
  const cookie = `sid_out=${encodeURIComponent(site.org.sessions.open(site.user.id))}`;
  return { ...site, ask: (url, asked = cookie) => site.app.inject({ url, headers: { cookie: asked } }) };
}

describe('components inside pages of other sites', () => {
  test('given a named host and a session, then the component’s page may be framed by that host alone', async (t) => {
    const { ask } = await openOut(t);
    const answer = await ask(inside);
    assert.equal(answer.statusCode, 200);
    assert.match(String(answer.headers['content-security-policy']), /frame-ancestors https:\/\/mail\.example\.com(?:;|$)/u);
    assert.equal(answer.headers['x-frame-options'], undefined);
    assert.match(answer.body, /"kind":"out","component":"c:gauge","host":"https:\/\/mail\.example\.com"/u);
  });

  test('given a host that nobody named, then nothing is shown and nobody may frame it', async (t) => {
    const { ask, org } = await openOut(t);
    const others = ['https://evil.example', 'https://mail.example.com.evil.example', 'https://mail.example.com/', 'null', '', '*'];
    for (const other of others) {
      for (const page of ['component?name=c-gauge&', 'ready?']) {
        const answer = await ask(`/lightning/out/${page}host=${encodeURIComponent(other)}`);
        assert.equal(answer.statusCode, 403, other);
        assert.match(String(answer.headers['content-security-policy']), /frame-ancestors 'none'/u);
        assert.equal(answer.headers['x-frame-options'], 'DENY');
      }
    }
    keepOrgSettings(org.database, { embedHosts: [] });
    assert.equal((await ask(inside)).statusCode, 403);
  });

  test('given no session, or one of the org’s own pages alone, then the host is told and nothing is shown', async (t) => {
    const { ask, cookie } = await openOut(t);
    for (const asked of ['', cookie, 'sid_out=wrong']) {
      const answer = await ask(inside, asked);
      assert.equal(answer.statusCode, 401);
      assert.match(answer.body, /parent\.postMessage\(\{"lightningOut":"failed","error":"[^"]+"\}, "https:\/\/mail\.example\.com"\)/u);
      assert.doesNotMatch(answer.body, /page-settings/u);
    }
    assert.match((await ask(`/lightning/out/ready?host=${encodeURIComponent(host)}`, '')).body, /"lightningOut":"session","error":/u);
  });

  test('given a name that is no exposed component, then the host is told', async (t) => {
    const { ask } = await openOut(t);
    for (const name of ['c-gone', 'lightning-card', 'c-', 'gauge', '']) {
      assert.equal((await ask(inside.replace('c-gauge', name))).statusCode, 404, name);
    }
  });

  test('given the org’s own pages, then no other site may frame them, and a session for other pages opens none', async (t) => {
    const { get, ask } = await openOut(t);
    assert.match(String((await get('/lightning/page/home')).headers['content-security-policy']), /frame-ancestors 'none'/u);
    assert.equal((await ask('/lightning/page/home')).statusCode, 401);
    assert.equal((await ask('/lightning/setup/LightningOut/home')).statusCode, 401);
  });

  test('given the script for host pages, then any site may load it and it is one file', async (t) => {
    const { ask } = await openOut(t);
    const answer = await ask('/lightning/lightning.out.latest/index.iife.prod.js', '');
    assert.equal(answer.statusCode, 200);
    assert.equal(answer.headers['cross-origin-resource-policy'], 'cross-origin');
    assert.match(answer.body, /lightning-out-application/u);
    assert.doesNotMatch(answer.body, /^\s*(?:import|export)\b/mu);
    assert.ok(answer.body.length < 10_000, String(answer.body.length));
  });
});
