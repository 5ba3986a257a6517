import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { decodeDefaultFieldValues, encodeDefaultFieldValues } from '../lightning/pageReferenceUtils/pageReferenceUtils.ts';

Object.assign(globalThis, { window: { location: { href: 'http://127.0.0.1/lightning/page/home' } } });
const { urlOf } = await import('./pageUrls.ts');

suite('addresses of page references', () => {
  const cases: readonly (readonly [string, Readonly<Record<string, string>>, Readonly<Record<string, string>> | undefined, string])[] = [
    [
      'standard__recordPage',
      { recordId: '001A', objectApiName: 'Account', actionName: 'edit' },
      undefined,
      '/lightning/r/Account/001A/edit',
    ],
    ['standard__recordPage', { recordId: '001A' }, { c__tab: 'pulse' }, '/lightning/r/001A/view?c__tab=pulse'],
    [
      'standard__objectPage',
      { objectApiName: 'Account', actionName: 'list' },
      { filterName: 'All' },
      '/lightning/o/Account/list?filterName=All',
    ],
    [
      'standard__recordRelationshipPage',
      { recordId: '001A', objectApiName: 'Account', relationshipApiName: 'Contacts' },
      undefined,
      '/lightning/r/Account/001A/related/Contacts/view',
    ],
    ['standard__namedPage', { pageName: 'home' }, undefined, '/lightning/page/home'],
    ['standard__navItemPage', { apiName: 'Wall' }, { c__wall: '1' }, '/lightning/n/Wall?c__wall=1'],
    ['standard__webPage', { url: 'javascript:alert(1)' }, undefined, '#'],
    ['standard__flow', { devName: 'Ask' }, { recordId: '003A' }, '/flow/Ask?recordId=003A'],
    ['standard__app', { appTarget: 'c__Pulse' }, undefined, '/lightning/app/Pulse'],
  ];
  for (const [type, attributes, state, address] of cases) {
    test(`given ${type} ${JSON.stringify(attributes)}, it is ${address}`, () => {
      assert.equal(urlOf({ type, attributes, ...(state === undefined ? {} : { state }) }), address);
    });
  }

  test('given a type that local-org has not, it says so', () => {
    assert.throws(() => urlOf({ type: 'standard__knowledgeArticlePage', attributes: {} }), /standard__knowledgeArticlePage/u);
  });

  test('given default values, they come back as they were', () => {
    const values = { Name: 'Acme, Inc. = 100%', Phone: '+45 1' };
    assert.deepEqual(decodeDefaultFieldValues(encodeDefaultFieldValues(values)), values);
  });
});
