import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import fastify, { type FastifyInstance, type LightMyRequestResponse } from 'fastify';
import { assembleOrg } from '../../assembleOrg.ts';
import type { Org } from '../../org.ts';
import type { RequestUser } from '../../requestUser.ts';
import { readSiteMetadata } from '../pages/siteMetadata.ts';
import { registerLightningRoutes } from '../routes.ts';
import { barePageXml, bundleXml, flexiPageXml, metadataXml, packageWith, regionXml, temporaryFolder } from './packages.ts';

/** An org whose pages are served, with a small package. */
export interface OpenSite {
  readonly app: FastifyInstance;
  readonly org: Org;
  readonly user: RequestUser;
  readonly accountId: string;
  readonly cookie: string;
  readonly folder: string;
  readonly get: (url: string, cookie?: string) => Promise<LightMyRequestResponse>;
}

const homeOverrideXml =
  '<actionOverrides><actionName>Tab</actionName><content>Start_Page</content><formFactor>Large</formFactor>' +
  '<skipRecordTypeSelect>false</skipRecordTypeSelect><type>Flexipage</type><pageOrSobjectType>standard-home</pageOrSobjectType></actionOverrides>';

/** What of a page's settings tests look at. */
export interface Settings {
  readonly demo: boolean;
  readonly tabs: readonly { readonly label: string; readonly url: string; readonly current: boolean }[];
  readonly texts: Readonly<Record<string, string>>;
  readonly page: {
    readonly kind: string;
    readonly title: string;
    readonly total: number;
    readonly sort: { readonly column: string; readonly descending: boolean };
    readonly groups: readonly { readonly objectApiName: string; readonly rows: readonly { readonly name: string }[] }[];
    readonly recordId: string;
    readonly highlights: unknown;
    readonly regions: readonly {
      readonly name: string;
      readonly components: readonly { readonly name: string; readonly properties: unknown }[];
    }[];
    readonly rows: readonly { readonly id: string; readonly cells: readonly { readonly value: unknown; readonly url?: string }[] }[];
  };
}

/** The settings in a page. */
export function settingsOf(html: string): Settings {
  const [, json = ''] = /<script type="application\/json" id="page-settings"[^>]*>(.*)<\/script>/u.exec(html) ?? [];
  assert.doesNotMatch(json, /</u);
  // The server's own JSON; a wrong shape fails the assertions on it.
  return JSON.parse(json) as Settings;
}

/** @param ownHome whether the app names a page of its own as Home */
export async function openSite(t: TestContext, ownHome = true): Promise<OpenSite> {
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
    wordsUrl: () => '/lightning/assets/words/en.js',
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
    cookie,
    get: (url, sid = cookie) => app.inject({ url, headers: { cookie: sid } }),
  };
}
