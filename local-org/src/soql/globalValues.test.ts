import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Schema, SObjectType } from '../schema/types.ts';
import { globalValue } from './globalValues.ts';
import { QueryOrg } from './testing/queryOrg.ts';

/** The org's `Visit__c` as a custom setting and as a custom metadata type, with labels and permissions. */
function setup(org: QueryOrg): Schema {
  const visit = org.schema.object('Visit__c');
  const organization = org.schema.object('Organization');
  assert.ok(visit && organization);
  const key = visit.fields.get('key__c');
  assert.ok(key);
  const fields = new Map([
    ...visit.fields,
    ['setupownerid', { ...key, name: 'Key__c' }],
    ['developername', { ...key, name: 'Key__c' }],
  ] as const);
  const setting: SObjectType = {
    ...visit,
    fields,
    kind: 'customSetting',
    settings: { ...visit.settings, customSettingsType: 'Hierarchy' },
  };
  const type: SObjectType = { ...visit, fields, kind: 'customMetadata' };
  return {
    objects: org.schema.objects,
    objectOfId: (id) => org.schema.objectOfId(id),
    object: (name) => (name === 'Limits__c' ? setting : name === 'Tier__mdt' ? type : org.schema.object(name)),
    setup: {
      labels: new Map([['greeting', 'Hello']]),
      customPermissions: new Map([['bypass', new Set(['admins'])]]),
      customMetadata: new Set(['tier__mdt.gold']),
    },
  };
}

describe('global values of formulas', () => {
  const org = new QueryOrg();
  const schema = setup(org);
  const organizationId = org.insert('Organization', { Name: 'Org' });
  const read = (path: string): unknown => globalValue(schema, path.split('.'))?.read({ store: org.store, user: org.user });

  it('are the texts of labels', () => {
    assert.equal(read('$Label.GREETING'), 'Hello');
    assert.equal(read('$Label.c.Greeting'), 'Hello');
    assert.equal(globalValue(schema, ['$Label', 'Missing']), undefined);
  });

  it('are addresses of the org, never a session', () => {
    const address = (name: string): unknown =>
      globalValue(schema, ['$Api', name])?.read({ store: org.store, user: org.user, instanceUrl: 'http://127.0.0.1:80' });
    assert.equal(address('Partner_Server_URL_260'), `http://127.0.0.1:80/services/Soap/u/26.0/${organizationId.slice(0, 15)}`);
    assert.equal(address('Enterprise_server_url_660'), `http://127.0.0.1:80/services/Soap/c/66.0/${organizationId.slice(0, 15)}`);
    assert.equal(address('Session_ID'), undefined);
  });

  it('are settings of the user, else of the profile, else of the org', () => {
    const organization = organizationId;
    const profile = org.insert('Profile', { Name: 'Agent' });
    const users = org.schema.object('User');
    assert.ok(users);
    org.store.update(users, org.user.id, { ProfileId: profile });
    assert.equal(read('$Setup.Limits__c.Rating__c'), null);
    assert.equal(read('$Setup.Limits__c.Done__c'), false);
    org.insert('Visit__c', { Name: 'org', Key__c: organization, Rating__c: 1, Mood__c: 'Hot' });
    assert.equal(read('$Setup.Limits__c.Rating__c'), 1);
    org.insert('Visit__c', { Name: 'profile', Key__c: profile, Rating__c: 2 });
    assert.equal(read('$Setup.Limits__c.Rating__c'), 2);
    org.insert('Visit__c', { Name: 'user', Key__c: org.user.id, Done__c: true });
    assert.equal(read('$Setup.Limits__c.Rating__c'), 2);
    assert.equal(read('$Setup.Limits__c.Done__c'), true);
    assert.equal(read('$Setup.Limits__c.Mood__c'), 'Hot');
    assert.equal(globalValue(schema, ['$Setup', 'Account', 'Name']), undefined);
  });

  it('are fields of custom metadata records that exist', () => {
    org.insert('Visit__c', { Name: 'gold', Key__c: 'Gold', Rating__c: 9 });
    assert.equal(read('$CustomMetadata.Tier__mdt.Gold.Rating__c'), 9);
    assert.equal(globalValue(schema, ['$CustomMetadata', 'Tier__mdt', 'Silver', 'Rating__c']), undefined);
    assert.equal(globalValue(schema, ['$CustomMetadata', 'Tier__mdt', 'Gold', 'Nope__c']), undefined);
  });

  it('are permissions that a permission set gives', () => {
    assert.equal(read('$Permission.Bypass'), false);
    const set = org.insert('PermissionSet', { Name: 'Admins', Label: 'Admins' });
    org.insert('PermissionSetAssignment', { AssigneeId: org.user.id, PermissionSetId: set });
    assert.equal(read('$Permission.Bypass'), true);
    assert.equal(globalValue(schema, ['$Permission', 'Missing']), undefined);
  });
});
