import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { SaveResult } from '../save/types.ts';
import type { FieldValues } from '../schema/types.ts';
import { recordTypeId } from '../storage/metadataRecords/recordTypeId.ts';
import { component } from '../testing/components.ts';
import { problemsOf, tryToDeploy } from '../testing/deployFolder.ts';
import { emptyOrg, type EmptyOrg } from '../testing/emptyOrg.ts';
import type { Component } from './types.ts';

const ordinary =
  '<label>Thing</label><pluralLabel>Things</pluralLabel><nameField><label>Name</label><type>Text</type></nameField>' +
  '<sharingModel>ReadWrite</sharingModel><deploymentStatus>Deployed</deploymentStatus>';

function field(name: string, type: string, more: string): Component {
  return component('CustomField', name, `<label>${name.split('.')[1] ?? name}</label><type>${type}</type>${more}`);
}

async function orgWith(t: TestContext, ...components: readonly Component[]): Promise<EmptyOrg> {
  const org = await emptyOrg(t);
  const outcome = await tryToDeploy(org, { components });
  assert.deepEqual(problemsOf(outcome), []);
  return org;
}

function saved(org: EmptyOrg, object: string, values: FieldValues): SaveResult | undefined {
  return org.org.records.insert(object, [values], { user: org.admin, allOrNone: false })[0];
}

function update(org: EmptyOrg, object: string, values: FieldValues): SaveResult | undefined {
  return org.org.records.update(object, [values], { user: org.admin, allOrNone: false })[0];
}

describe('what saves make of the metadata of objects', () => {
  it('given tracked fields, then the history tells what was created and changed', async (t) => {
    const org = await orgWith(
      t,
      component('CustomObject', 'Thing__c', `${ordinary}<enableHistory>true</enableHistory>`),
      field('Thing__c.Size__c', 'Number', '<precision>5</precision><scale>0</scale><trackHistory>true</trackHistory>'),
      field('Thing__c.Owner__c', 'Lookup', '<referenceTo>Contact</referenceTo><trackHistory>true</trackHistory>'),
    );
    const [contact] = org.insert('Contact', { FirstName: 'Ada', LastName: 'Lovelace' });
    const [thing = ''] = org.insert('Thing__c', { Name: 'T', Size__c: 1 });
    update(org, 'Thing__c', { Id: thing, Size__c: 2, Owner__c: contact ?? null, Name: 'Other' });
    const history = org.rows('SELECT Field, OldValue, NewValue FROM Thing__History ORDER BY Field');
    assert.deepEqual(
      history.toSorted((left, right) => String(left['NewValue']).localeCompare(String(right['NewValue']))),
      [
        { Field: 'Owner__c', OldValue: null, NewValue: contact },
        { Field: 'Size__c', OldValue: '1', NewValue: '2' },
        { Field: 'Owner__c', OldValue: null, NewValue: 'Ada Lovelace' },
        { Field: 'created', OldValue: null, NewValue: null },
      ],
    );
  });

  it('given a required lookup filter, then other records are refused with its message', async (t) => {
    const item = '<filterItems><field>Contact.Title</field><operation>equals</operation><value>Boss</value></filterItems>';
    const filter = `<lookupFilter><active>true</active><errorMessage>Only bosses</errorMessage>${item}<isOptional>false</isOptional></lookupFilter>`;
    const org = await orgWith(
      t,
      component('CustomObject', 'Thing__c', ordinary),
      field('Thing__c.Boss__c', 'Lookup', `<referenceTo>Contact</referenceTo>${filter}`),
    );
    const [boss, clerk] = org.insert('Contact', { LastName: 'A', Title: 'boss' }, { LastName: 'B', Title: 'Clerk' });
    assert.equal(saved(org, 'Thing__c', { Name: 'T', Boss__c: boss ?? null })?.success, true);
    assert.deepEqual(saved(org, 'Thing__c', { Name: 'T', Boss__c: clerk ?? null }), {
      success: false,
      created: true,
      errors: [{ statusCode: 'FIELD_FILTER_VALIDATION_EXCEPTION', message: 'Only bosses', fields: ['Boss__c'] }],
    });
  });

  it('given record types, then records take those of their object alone', async (t) => {
    const type = (name: string): Component => component('RecordType', name, '<active>true</active><label>It</label>');
    const org = await orgWith(t, type('Account.Big'), type('Contact.Big'));
    assert.equal(saved(org, 'Account', { Name: 'A', RecordTypeId: recordTypeId('Account', 'Big') })?.success, true);
    assert.deepEqual(org.rows("SELECT Name FROM Account WHERE RecordType.DeveloperName = 'Big'"), [{ Name: 'A' }]);
    const foreign = saved(org, 'Account', { Name: 'B', RecordTypeId: recordTypeId('Contact', 'Big') });
    assert.equal(foreign?.success === false && foreign.errors[0]?.statusCode, 'INVALID_CROSS_REFERENCE_KEY');
  });

  it('given a stage, then probability and forecast follow it unless they are given', async (t) => {
    const org = await emptyOrg(t);
    const [id = ''] = org.insert('Opportunity', { Name: 'O', StageName: 'Prospecting', CloseDate: '2026-01-01' });
    const read = (): unknown => org.rows('SELECT Probability, ForecastCategory, IsClosed, IsWon FROM Opportunity')[0];
    assert.deepEqual(read(), { Probability: 10, ForecastCategory: 'Pipeline', IsClosed: false, IsWon: false });
    update(org, 'Opportunity', { Id: id, StageName: 'Negotiation/Review', Probability: 33 });
    assert.deepEqual(read(), { Probability: 33, ForecastCategory: 'Pipeline', IsClosed: false, IsWon: false });
    update(org, 'Opportunity', { Id: id, StageName: 'Closed Won' });
    assert.deepEqual(read(), { Probability: 100, ForecastCategory: 'Closed', IsClosed: true, IsWon: true });
  });

  it('given an auto-number with a date and a masked text, then they are made and shown so', async (t) => {
    const org = await orgWith(
      t,
      component('CustomObject', 'Thing__c', ordinary),
      field('Thing__c.No__c', 'AutoNumber', '<displayFormat>T-{YYYY}-{000}</displayFormat><startingNumber>7</startingNumber>'),
      field('Thing__c.Card__c', 'EncryptedText', '<length>20</length><maskChar>X</maskChar><maskType>creditCard</maskType>'),
    );
    org.insert('Thing__c', { Name: 'T', Card__c: '4111222233334444' });
    const year = new Date(org.org.clock.now()).getUTCFullYear();
    assert.deepEqual(org.rows('SELECT No__c, Card__c FROM Thing__c'), [{ No__c: `T-${String(year)}-007`, Card__c: 'XXXXXXXXXXXX4444' }]);
  });

  it('given a custom setting and an event, then rows belong to the org and events are not read', async (t) => {
    const org = await orgWith(
      t,
      component(
        'CustomObject',
        'Set__c',
        '<customSettingsType>Hierarchy</customSettingsType><label>Set</label><visibility>Public</visibility>',
      ),
      component(
        'CustomObject',
        'Ping__e',
        '<label>Ping</label><pluralLabel>Pings</pluralLabel><deploymentStatus>Deployed</deploymentStatus>',
      ),
      field('Ping__e.Word__c', 'Text', '<length>20</length>'),
    );
    org.insert('Set__c', {});
    assert.deepEqual(org.rows('SELECT SetupOwnerId FROM Set__c'), [{ SetupOwnerId: org.org.id }]);
    assert.match(org.insert('Ping__e', { Word__c: 'hi' })[0] ?? '', /^e/u);
    assert.throws(() => org.rows('SELECT Word__c FROM Ping__e'), /does not support query/u);
  });
});
