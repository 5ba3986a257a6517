import assert from 'node:assert/strict';
import { suite, test, type TestContext } from 'node:test';
import fastify from 'fastify';
import { assembleOrg } from '../../assembleOrg.ts';
import { SalesforceError } from '../../errors.ts';
import { at } from '../../uiApi/testing/uiApiShop.ts';
import { readSiteMetadata } from '../pages/siteMetadata.ts';
import { metadataXml, packageWith, temporaryFolder } from '../testing/packages.ts';
import { registerPageApiRoutes } from './uiApiRoutes.ts';

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

interface PageApi {
  readonly accountId: string;
  readonly userName: string;
  readonly get: (path: string) => Promise<Answer>;
  readonly post: (path: string, body: object) => Promise<Answer>;
  readonly create: (object: string, values: Record<string, string | number>) => string;
}

suite('UI API of pages', () => {
  test('given a layout, its fields come in rows, with what the user may write', async (t) => {
    const { get } = await pageApi(t);
    const { body } = await get('layout/Account?layoutType=Full&mode=Edit');
    assert.equal(at(body, 'mode'), 'Edit');
    assert.equal(at(body, 'sections.0.heading'), 'Main');
    assert.equal(at(body, 'sections.0.columns'), 2);
    const [name, industry] = [0, 1].map((column) => at(body, `sections.0.layoutRows.0.layoutItems.${column}`));
    assert.deepEqual(at(name, 'layoutComponents'), [{ apiName: 'Name', componentType: 'Field', label: 'Account Name' }]);
    assert.equal(at(name, 'required'), true);
    assert.equal(at(industry, 'layoutComponents.0.apiName'), 'Industry');
    assert.equal(at(industry, 'editableForUpdate'), true);
    assert.equal(at(body, 'sections.0.layoutRows.1.layoutItems.1.layoutComponents.0.componentType'), 'EmptySpace');
    assert.equal((await get('layout/Account?mode=Elsewhere')).status, 400);
    assert.equal((await get('layout/Nothing__c')).status, 404);
  });

  test('given a record, its record UI holds layout, object info and the fields of the layout with the names of parents', async (t) => {
    const { get, accountId, userName } = await pageApi(t);
    const { status, body } = await get(`record-ui/${accountId}?layoutTypes=Full,Compact&modes=View&optionalFields=Account.Phone`);
    assert.equal(status, 200, JSON.stringify(body));
    assert.equal(at(body, `records.${accountId}.fields.Name.value`), 'Acme');
    assert.equal(at(body, `records.${accountId}.fields.Owner.displayValue`), userName);
    assert.equal(at(body, `records.${accountId}.fields.Phone.value`), '123');
    assert.equal(at(body, 'objectInfos.Account.apiName'), 'Account');
    assert.equal(at(body, 'layouts.Account.012000000000000AAA.Compact.View.layoutType'), 'Compact');
    assert.equal((await get('record-ui/001000000000001AAA')).status, 404);
  });

  test('given a new record or a copy, it begins with defaults or with the values of the original', async (t) => {
    const { get, accountId } = await pageApi(t);
    const fresh = await get('record-defaults/create/Account');
    assert.equal(at(fresh.body, 'layout.mode'), 'Create');
    assert.equal(at(fresh.body, 'record.id'), null);
    assert.equal(at(fresh.body, 'record.fields.Name.value'), null);
    const copy = await get(`record-defaults/clone/${accountId}`);
    assert.equal(at(copy.body, 'record.fields.Name.value'), 'Acme');
    assert.equal(at(copy.body, 'record.id'), null);
  });

  test('given a list view, its columns, filters and records come page by page, sorted and searched', async (t) => {
    const { get, post, create } = await pageApi(t);
    for (const name of ['Bolt', 'Crane']) create('Account', { Name: name, Industry: 'Energy' });
    create('Account', { Name: 'Delta', Industry: 'Media' });
    const info = await get('list-info/Account/Energy');
    assert.equal(at(info.body, 'label'), 'Energy companies');
    assert.deepEqual(at(info.body, 'displayColumns.0.fieldApiName'), 'Name');
    assert.equal(at(info.body, 'filteredByInfo.0.operator'), 'Equals');
    assert.equal(at((await get('list-info/Account')).body, 'count'), 1);

    const first = await get('list-records/Account/Energy?pageSize=1&sortBy=-Name&fields=Account.Industry');
    assert.equal(at(first.body, 'records.0.fields.Name.value'), 'Crane');
    assert.equal(at(first.body, 'records.0.fields.Industry.value'), 'Energy');
    assert.equal(at(first.body, 'nextPageToken'), '1');
    const second = await post('list-records/Account/Energy', { pageSize: 1, pageToken: '1', sortBy: ['-Name'] });
    assert.equal(at(second.body, 'records.0.fields.Name.value'), 'Bolt');
    assert.equal(at(second.body, 'nextPageToken'), null);
    const found = await post('list-records/Account/Energy', { searchTerm: 'olt' });
    assert.equal(at(found.body, 'count'), 1);
    assert.equal((await get('list-records/Account/Nothing')).status, 404);
    assert.equal((await get('list-records/Account/Energy?sortBy=Missing__c')).status, 400);
  });

  test('given an object, its related lists are told with their columns', async (t) => {
    const { get } = await pageApi(t);
    const all = await get('related-list-info/Account');
    assert.deepEqual(at(all.body, 'relatedLists.0.relatedListId'), 'Contacts');
    const one = await get('related-list-info/Account/Contacts');
    assert.deepEqual(at(one.body, 'displayColumns.0.fieldApiName'), 'Name');
    assert.deepEqual(at(one.body, 'objectApiNames'), ['Contact']);
    assert.equal((await get('related-list-info/Account/Nothing')).status, 404);
  });

  test('given what somebody types into a lookup, it finds records by words in any order', async (t) => {
    const { get, post, create } = await pageApi(t);
    create('Account', { Name: 'Northern 100% Steel' });
    const found = await get('lookups/Contact/AccountId/Account?q=steel%20north&searchType=TypeAhead');
    assert.equal(at(found.body, 'records.0.fields.Name.value'), 'Northern 100% Steel');
    assert.equal(at((await post('lookups/Contact/AccountId', { q: '0%' })).body, 'count'), 1);
    assert.equal(at((await post('lookups/Contact/AccountId', { q: '_' })).body, 'count'), 0);
    assert.equal(at((await get('lookups/Contact/AccountId?pageSize=1')).body, 'nextPageToken'), '2');
    assert.equal((await get('lookups/Contact/LastName')).status, 400);
    assert.equal((await get('lookups/Contact/AccountId/Case')).status, 400);
  });
});

const layoutXml = metadataXml(
  'Layout',
  `<layoutSections><detailHeading>true</detailHeading><label>Main</label>
     <layoutColumns><layoutItems><behavior>Required</behavior><field>Name</field></layoutItems><layoutItems><field>OwnerId</field></layoutItems></layoutColumns>
     <layoutColumns><layoutItems><field>Industry</field></layoutItems></layoutColumns><style>TwoColumnsTopToBottom</style></layoutSections>
   <relatedLists><fields>FULL_NAME</fields><fields>CONTACT.EMAIL</fields><relatedList>RelatedContactList</relatedList></relatedLists>`,
);

const listViewXml = metadataXml(
  'ListView',
  `<fullName>Energy</fullName><columns>NAME</columns><columns>OWNER.ALIAS</columns><filterScope>Everything</filterScope>
   <filters><field>INDUSTRY</field><operation>equals</operation><value>Energy</value></filters><label>Energy companies</label>`,
);

async function pageApi(t: TestContext): Promise<PageApi> {
  const source = await packageWith(t, {
    'layouts/Account-Account Layout.layout-meta.xml': layoutXml,
    'objects/Account/listViews/Energy.listView-meta.xml': listViewXml,
  });
  const { org, seeded, database } = await assembleOrg({
    dataFolder: await temporaryFolder(t),
    now: undefined,
    pages: false,
    instanceUrl: () => '',
  });
  const user = org.user(seeded.adminId);
  assert.ok(user);
  const app = fastify();
  app.decorateRequest('user');
  app.addHook('onRequest', (request, _reply, done) => {
    request.user = user;
    done();
  });
  app.setErrorHandler((error, _request, reply) => {
    if (!(error instanceof SalesforceError)) throw error;
    return reply.code(error.status).send([error.toApiError()]);
  });
  const metadata = readSiteMetadata(source, org.schema, () => undefined);
  registerPageApiRoutes(app, org, () => metadata);
  t.after(async () => {
    await app.close();
    database.close();
  });
  const call = async (method: 'GET' | 'POST', path: string, payload?: object): Promise<Answer> => {
    const answer = await app.inject({ method, url: `/services/data/v66.0/ui-api/${path}`, ...(payload === undefined ? {} : { payload }) });
    return { status: answer.statusCode, body: answer.json<unknown>() };
  };
  const create = (object: string, values: Record<string, string | number>): string => {
    const [result] = org.records.insert(object, [values], { user, allOrNone: true });
    assert.ok(result?.success, JSON.stringify(result));
    return result.id;
  };
  return {
    accountId: create('Account', { Name: 'Acme', Phone: '123' }),
    userName: user.name,
    create,
    get: (path) => call('GET', path),
    post: (path, body) => call('POST', path, body),
  };
}
