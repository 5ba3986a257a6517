import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { call, orgWithCalled, output } from './testing/calledFlow.ts';
import { assign, condition, decide, flag, formula, ref, text, variable } from './testing/flowXml.ts';

const now = Date.parse('2026-03-02T23:30:00Z');

const setting = {
  'objects/Limits__c/Limits__c.object-meta.xml':
    '<CustomObject><customSettingsType>Hierarchy</customSettingsType><label>Limits</label><visibility>Public</visibility></CustomObject>',
  'objects/Limits__c/fields/Most__c.field-meta.xml':
    '<CustomField><fullName>Most__c</fullName><label>Most</label><precision>5</precision><scale>0</scale><type>Number</type></CustomField>',
  'objects/Limits__c/fields/Word__c.field-meta.xml':
    '<CustomField><fullName>Word__c</fullName><label>Word</label><length>20</length><type>Text</type></CustomField>',
};

const metadataType = {
  'objects/Tier__mdt/Tier__mdt.object-meta.xml': '<CustomObject><label>Tier</label><pluralLabel>Tiers</pluralLabel></CustomObject>',
  'objects/Tier__mdt/fields/Level__c.field-meta.xml':
    '<CustomField><fullName>Level__c</fullName><label>Level</label><precision>5</precision><scale>0</scale><type>Number</type></CustomField>',
  'customMetadata/Tier.Gold.md-meta.xml':
    '<CustomMetadata xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"><label>Gold</label><values><field>Level__c</field><value xsi:type="xsd:double">3</value></values></CustomMetadata>',
};

describe('global variables of a flow', () => {
  test('given the running user, profile, organization, labels and moments, then they are what the org says', () => {
    const org = orgWithCalled(
      {
        Called:
          assign('First', [
            [
              'words',
              'Assign',
              text('{!$User.FirstName}|{!$Profile.Name}|{!$UserRole.Name}|{!$Organization.OrganizationType}|{!$Label.Hello}'),
            ],
            ['day', 'Assign', ref('$Flow.CurrentDate')],
            ['moment', 'Assign', ref('$Flow.InterviewStartTime')],
            ['guid', 'Assign', ref('$Flow.InterviewGuid')],
            ['url', 'Assign', ref('$Api.Partner_Server_URL_260')],
            ['$Flow.CurrentRecord', 'Assign', text('x')],
            ['current', 'Assign', ref('$Flow.CurrentRecord')],
            ['origin', 'Assign', ref('OriginYear')],
          ]) +
          formula('OriginYear', 'Number', 'YEAR(DATEVALUE({!$System.OriginDateTime}))') +
          ['words', 'guid', 'url', 'current'].map((name) => variable(name, 'String', output)).join('') +
          variable('day', 'Date', output) +
          variable('moment', 'DateTime', output) +
          variable('origin', 'Number', output),
      },
      {
        'labels/CustomLabels.labels-meta.xml':
          '<CustomLabels><labels><fullName>Hello</fullName><language>en_US</language><protected>false</protected><shortDescription>Hello</shortDescription><value>Good day</value></labels></CustomLabels>',
      },
      now,
    );
    const { guid, ...rest } = call(org, 'Called');
    assert.ok(typeof guid === 'string');
    assert.match(guid, /^[0-9a-f-]{36}$/u);
    const organization = org.rows('SELECT Id FROM Organization')[0]?.['Id'];
    assert.deepEqual(rest, {
      words: 'Ada|System Administrator||Developer Edition|Good day',
      day: '2026-03-02',
      moment: now,
      url: `http://127.0.0.1/services/Soap/u/26.0/${String(organization).slice(0, 15)}`,
      current: 'x',
      origin: 1900,
    });
  });

  test('given a hierarchy setting, then each field comes from the nearest level that has it', () => {
    const org = orgWithCalled(
      {
        Called:
          assign('First', [
            ['most', 'Assign', ref('$Setup.Limits__c.Most__c')],
            ['word', 'Assign', ref('Emphasis')],
          ]) +
          formula('Emphasis', 'String', '{!$Setup.Limits__c.Word__c} & "!"') +
          variable('most', 'Number', output) +
          variable('word', 'String', output),
      },
      setting,
    );
    assert.deepEqual(call(org, 'Called'), { most: null, word: '!' });
    const organization = org.rows('SELECT Id FROM Organization')[0]?.['Id'] ?? null;
    org.insert('Limits__c', { SetupOwnerId: organization, Most__c: 1, Word__c: 'org' }, { SetupOwnerId: org.user.id, Most__c: 7 });
    assert.deepEqual(call(org, 'Called'), { most: 7, word: 'org!' });
  });

  test('given a custom metadata record that is not there, then the flow is refused', () => {
    const body =
      assign('First', [['level', 'Assign', ref('$CustomMetadata.Tier__mdt.Silver.Level__c')]]) + variable('level', 'Number', output);
    assert.throws(() => orgWithCalled({ Called: body }, metadataType), /The custom metadata record "Tier__mdt\.Silver" doesn't exist/u);
  });

  test('given a custom permission, then it is had by whom a permission set gives it', () => {
    const org = orgWithCalled(
      {
        Called:
          decide('First', condition('$Permission.Approve', 'EqualTo', flag(true)), 'Yes') +
          assign('Yes', [['may', 'Assign', flag(true)]]) +
          variable('may', 'Boolean', output + flag(false)),
      },
      {
        'customPermissions/Approve.customPermission-meta.xml': '<CustomPermission><label>Approve</label></CustomPermission>',
        'permissionsets/Approver.permissionset-meta.xml':
          '<PermissionSet><customPermissions><enabled>true</enabled><name>Approve</name></customPermissions><label>Approver</label></PermissionSet>',
      },
    );
    assert.deepEqual(call(org, 'Called'), { may: false });
    const [set] = org.insert('PermissionSet', { Name: 'Approver', Label: 'Approver' });
    assert.ok(set?.success, JSON.stringify(set));
    const [assigned] = org.insert('PermissionSetAssignment', { PermissionSetId: set.id, AssigneeId: org.user.id });
    assert.ok(assigned?.success, JSON.stringify(assigned));
    assert.deepEqual(call(org, 'Called'), { may: true });
  });
});
