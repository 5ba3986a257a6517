import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { suite, test, type TestContext } from 'node:test';
import fastify, { type FastifyInstance, type LightMyRequestResponse } from 'fastify';
import { assembleOrg } from '../assembleOrg.ts';
import type { Org } from '../org.ts';
import type { RequestUser } from '../requestUser.ts';
import { readSiteMetadata } from './pages/siteMetadata.ts';
import { registerLightningRoutes } from './routes.ts';
import { barePageXml, bundleXml, flexiPageXml, metadataXml, packageWith, regionXml, temporaryFolder } from './testing/packages.ts';

interface OpenSite {
  readonly app: FastifyInstance;
  readonly org: Org;
  readonly user: RequestUser;
  readonly accountId: string;
  readonly folder: string;
  readonly get: (url: string, cookie?: string) => Promise<LightMyRequestResponse>;
}

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

  test('given more records than a page holds, the list is turned over page by page, each record once', async (t) => {
    const { get, org, user } = await openSite(t);
    const rows = Array.from({ length: 120 }, () => ({ Name: 'Same name' }));
    org.records.insert('Account', rows, { user, allOrNone: true });
    const seen = new Set<string>();
    const firsts: number[] = [];
    for (let url: string | undefined = '/lightning/o/Account/list'; url !== undefined;) {
      const { page } = settingsOf((await get(url)).body);
      firsts.push(page.first);
      for (const row of page.rows) seen.add(row.id);
      url = page.nextUrl;
    }
    assert.deepEqual(firsts, [1, 51, 101]);
    assert.equal(seen.size, 121);
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

const homeOverrideXml =
  '<actionOverrides><actionName>Tab</actionName><content>Start_Page</content><formFactor>Large</formFactor>' +
  '<skipRecordTypeSelect>false</skipRecordTypeSelect><type>Flexipage</type><pageOrSobjectType>standard-home</pageOrSobjectType></actionOverrides>';

interface Settings {
  readonly demo: boolean;
  readonly tabs: readonly { readonly label: string; readonly url: string; readonly current: boolean }[];
  readonly page: {
    readonly kind: string;
    readonly title: string;
    readonly first: number;
    readonly nextUrl?: string;
    readonly recordId: string;
    readonly highlights: unknown;
    readonly regions: readonly {
      readonly name: string;
      readonly components: readonly { readonly name: string; readonly properties: unknown }[];
    }[];
    readonly rows: readonly { readonly id: string; readonly cells: readonly { readonly value: unknown; readonly url?: string }[] }[];
  };
}

function settingsOf(html: string): Settings {
  const [, json = ''] = /<script type="application\/json" id="page-settings"[^>]*>(.*)<\/script>/u.exec(html) ?? [];
  assert.doesNotMatch(json, /</u);
  // The server's own JSON; a wrong shape fails the assertions on it.
  return JSON.parse(json) as Settings;
}

/** @param ownHome whether the app names a page of its own as Home */
async function openSite(t: TestContext, ownHome = true): Promise<OpenSite> {
  const gauge = [['gauge', {}]] as const;
  const source = await packageWith(t, {
    'flexipages/Account_Page.flexipage-meta.xml': flexiPageXml(regionXml('main', 'Region', [['gauge', { rows: '7' }]])),
    'flexipages/Desk_Page.flexipage-meta.xml': barePageXml(
      'AppPage',
      'flexipage:defaultAppHomeTemplate',
      regionXml('main', 'Region', gauge),
    ),
    'flexipages/Start_Page.flexipage-meta.xml': barePageXml(
      'HomePage',
      'home:desktopTemplate',
      regionXml('top', 'Region', gauge) + regionXml('sidebar', 'Region', gauge),
    ),
    'tabs/Desk.tab-meta.xml': metadataXml('CustomTab', '<flexiPage>Desk_Page</flexiPage><label>Front desk</label>'),
    'applications/Shop.app-meta.xml': metadataXml(
      'CustomApplication',
      `${ownHome ? homeOverrideXml : ''}<label>Shop</label><tabs>standard-home</tabs><tabs>Desk</tabs>`,
    ),
    'lwc/gauge/gauge.js-meta.xml': bundleXml,
    'lwc/gauge/gauge.js': "import { LightningElement } from 'lwc';\nexport default class Gauge extends LightningElement {}\n",
  });
  const folder = await temporaryFolder(t);
  const { org, seeded, database } = await assembleOrg({
    dataFolder: folder,
    now: undefined,
    pages: false,
    instanceUrl: () => '',
  });
  const app = fastify();
  t.after(async () => {
    await app.close();
    database.close();
  });
  const admin = org.user(seeded.adminId);
  assert.ok(admin);
  const [account] = org.records.insert('Account', [{ Name: 'Acme <script> & Sons' }], { user: admin, allOrNone: true });
  assert.ok(account?.success);
  const site = {
    metadata: readSiteMetadata(source, org.schema, () => undefined),
    scripts: () => ({ importMap: {}, scripts: [], preloads: [] }),
    sandboxScripts: async () => ({ importMap: {}, scripts: [], preloads: [] }),
    assetFolders: new Map([['app', join(folder, 'app')]]),
  };
  registerLightningRoutes(app, org, () => site);
  const cookie = `sid=${encodeURIComponent(org.sessions.open(seeded.adminId))}`;
  return {
    app,
    org,
    user: admin,
    folder,
    accountId: account.id,
    get: (url, sid = cookie) => app.inject({ url, headers: { cookie: sid } }),
  };
}
