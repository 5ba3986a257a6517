import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { openSite, settingsOf } from './testing/openSite.ts';

suite('Lightning routes', () => {
  test('given nobody signed in, a page says how to sign in and shows nothing', async (t) => {
    const { get, accountId } = await openSite(t);
    for (const cookie of ['', 'sid=', 'sid=%E0%A4%A', 'sid=00D!wrong']) {
      const answer = await get(`/lightning/r/Account/${accountId}/view`, cookie);
      assert.equal(answer.statusCode, 401);
      assert.match(answer.body, /open the link that local-org printed/u);
      assert.doesNotMatch(answer.body, /Acme/u);
    }
  });

  test('given a record, its page carries title, layout and security headers', async (t) => {
    const { get, accountId } = await openSite(t);
    const answer = await get(`/lightning/r/Account/${accountId}/view`);

    assert.equal(answer.statusCode, 200);
    assert.match(answer.body, /<title>Acme &lt;script&gt; &amp; Sons \| Account<\/title>/u);
    const settings = settingsOf(answer.body);
    assert.equal(settings.page.recordId, accountId);
    assert.deepEqual(
      settings.page.regions.map((region) => region.name),
      ['main'],
    );
    assert.deepEqual(settings.page.regions[0]?.components[0]?.properties, { rows: 7 });
    const policy = String(answer.headers['content-security-policy']);
    const [, nonce = ''] = /'nonce-([^']+)'/u.exec(policy) ?? [];
    assert.ok(nonce.length > 16 && answer.body.includes(`nonce="${nonce}"`));
    assert.match(policy, /default-src 'self'/u);
    assert.equal(answer.headers['x-content-type-options'], 'nosniff');
    assert.equal(answer.headers['cache-control'], 'no-store');
  });

  test('given a record whose id or object is wrong, the page says so with 404', async (t) => {
    const { get, accountId } = await openSite(t);
    const urls = [
      '/lightning/r/Account/001Lo000000zzzzIAA/view',
      `/lightning/r/Contact/${accountId}/view`,
      '/lightning/r/Account/x/view',
      `/lightning/r/Account/${accountId}'%20OR%20''='/view`,
      '/lightning/o/Gone__c/list',
      '/lightning/setup/anything',
    ];
    for (const url of urls) {
      const answer = await get(url);
      assert.equal(answer.statusCode, 404, url);
      assert.equal(settingsOf(answer.body).page.kind, 'message');
    }
  });

  test('given a list, its rows link to the records', async (t) => {
    const { get, accountId } = await openSite(t);
    const page = settingsOf((await get('/lightning/o/Account/list')).body).page;
    const { value, url } = page.rows[0]?.cells[0] ?? {};
    assert.deepEqual({ value, url }, { value: 'Acme <script> & Sons', url: `/lightning/r/Account/${accountId}/view` });
  });

  test('given a list, it shows its first records, how many there are, and what they are sorted by', async (t) => {
    const { get, org, user } = await openSite(t);
    org.records.insert(
      'Account',
      Array.from({ length: 120 }, (_, index) => ({ Name: `Shop ${String(index)}` })),
      { user, allOrNone: true },
    );
    const { page } = settingsOf((await get('/lightning/o/Account/list?sort=-Name')).body);
    assert.deepEqual([page.rows.length, page.total, page.sort], [50, 121, { column: 'Name', descending: true }]);
    assert.equal(page.rows[0]?.cells[0]?.value, 'Shop 99');
  });

  test('given a tab of a Lightning page, it stands in the navigation and opens the page with its components', async (t) => {
    const { get } = await openSite(t);
    const settings = settingsOf((await get('/lightning/n/Desk')).body);
    assert.equal(settings.page.kind, 'app');
    assert.equal(settings.page.title, 'Front desk');
    assert.deepEqual(
      settings.page.regions.map(({ name, components }) => [name, components.map((component) => component.name)]),
      [['main', ['c:gauge']]],
    );
    assert.deepEqual(
      settings.tabs.filter((tab) => tab.current).map(({ label, url }) => [label, url]),
      [['Front desk', '/lightning/n/Desk']],
    );
    assert.equal((await get('/lightning/n/Gone')).statusCode, 404);
    assert.equal((await get('/lightning/n/Account')).statusCode, 404);
  });

  test('given an app that names its Home, that page is the start page', async (t) => {
    const { get } = await openSite(t);
    const { page } = settingsOf((await get('/lightning/page/home')).body);
    assert.equal(page.kind, 'app');
    assert.deepEqual(
      page.regions.map(({ name }) => name),
      ['top', 'sidebar'],
    );
  });

  test('given an org with demo data, every page says so and home names the accounts to look at', async (t) => {
    const { get, org, accountId } = await openSite(t, false);
    assert.equal(settingsOf((await get('/lightning/page/home')).body).demo, false);
    await writeFile(join(org.dataFolder, 'demo.json'), JSON.stringify({ accounts: [{ id: accountId, name: 'Acme', note: 'falling' }] }));
    const settings = settingsOf((await get('/lightning/page/home')).body);
    assert.equal(settings.demo, true);
    assert.deepEqual(settings.page.highlights, [{ name: 'Acme', note: 'falling', url: `/lightning/r/Account/${accountId}/view` }]);
  });

  test('given built files, they are served for ever, and nothing outside their folder', async (t) => {
    const { get, folder } = await openSite(t);
    await mkdir(join(folder, 'app'));
    await writeFile(join(folder, 'app', 'start-abc.js'), 'export {};');
    await writeFile(join(folder, 'secret.js'), 'secret');
    const file = await get('/lightning/assets/app/start-abc.js', '');
    assert.equal(file.statusCode, 200);
    assert.match(String(file.headers['cache-control']), /immutable/u);
    assert.equal(file.headers['x-content-type-options'], 'nosniff');
    for (const path of [
      'app/../secret.js',
      'app/%2e%2e/secret.js',
      'app/..%2fsecret.js',
      'app/%2e%2e%2fsecret.js',
      'app/.hidden.js',
      'other/start-abc.js',
      'app/gone.js',
      'app',
    ]) {
      const answer = await get(`/lightning/assets/${path}`, '');
      assert.notEqual(answer.statusCode, 200, path);
      assert.doesNotMatch(answer.body, /secret/u);
    }
  });
});
