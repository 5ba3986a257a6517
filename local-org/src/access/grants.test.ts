import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { component } from '../testing/components.ts';
import type { TestUser } from '../testing/users.ts';
import { fieldPermission, objectPermissions, permissionSet, startTicketOrg, userPermission, type TicketOrg } from './testing/ticketOrg.ts';

let org: TicketOrg;
let admin: TestUser;

before(async () => {
  org = await startTicketOrg();
  admin = org.addUser({ profile: 'System Administrator' });
});

after(async () => {
  await org.stop();
});

function setId(name: string): string {
  return String(org.rows(`SELECT Id FROM PermissionSet WHERE Name = '${name}'`)[0]?.['Id']);
}

describe('records that tell who may do what', () => {
  it('are made for permission sets: ObjectPermissions, FieldPermissions, permissions of the system', async () => {
    assert.deepEqual(
      await admin
        .query(
          "SELECT SobjectType, PermissionsRead, PermissionsCreate, PermissionsEdit, PermissionsDelete FROM ObjectPermissions WHERE Parent.Name = 'TicketWriter'",
        )
        .then((rows) => rows.map(({ attributes: _, ...row }) => row)),
      [{ SobjectType: 'Ticket__c', PermissionsRead: true, PermissionsCreate: true, PermissionsEdit: true, PermissionsDelete: false }],
    );
    const fields = await admin.query(
      "SELECT Field, PermissionsEdit FROM FieldPermissions WHERE Parent.Name = 'TicketWriter' AND PermissionsRead = true ORDER BY Field",
    );
    assert.deepEqual(
      fields.map(({ Field: field, PermissionsEdit: edit }) => `${String(field)} ${String(edit)}`),
      ['Ticket__c.Customer__c true', 'Ticket__c.Hours__c false', 'Ticket__c.Key__c true', 'Ticket__c.Subject__c true'],
    );
    const who = await admin.query(
      "SELECT Assignee.Name FROM PermissionSetAssignment WHERE PermissionSet.PermissionsModifyAllData = true AND PermissionSet.Profile.Name = 'System Administrator'",
    );
    assert.equal(who.length, 2);
    assert.equal(
      (await admin.query("SELECT Id FROM SetupEntityAccess WHERE SetupEntityType = 'CustomPermission' AND Parent.Name = 'Graphs'")).length,
      1,
    );
  });

  it('tell who sees one field, the profile of administrators included', async () => {
    const rows = await admin.query(
      "SELECT Parent.Name, Parent.Profile.Name FROM FieldPermissions WHERE Field = 'Ticket__c.Secret__c' AND PermissionsRead = true AND Parent.Name != null",
    );
    const names = rows.map(({ Parent: parent }) => {
      const { Name: name, Profile: profile } = parent as { Name: string; Profile: { Name: string } | null };
      return profile?.Name ?? name;
    });
    assert.deepEqual(names.toSorted(), ['System Administrator', 'TicketSecrets']);
  });

  it('name each standard profile and its licence', async () => {
    const rows = await admin.query('SELECT Name, UserLicense.Name FROM Profile ORDER BY Name');
    assert.deepEqual(
      rows.map(({ Name: name }) => name),
      [
        'Clerk',
        'Minimum Access - API Only Integrations',
        'Minimum Access - Salesforce',
        'Read Only',
        'Salesforce API Only System Integrations',
        'Standard User',
        'System Administrator',
      ],
    );
  });

  it('are seen by whoever views setup or assigns permission sets', async () => {
    const minimum = org.addUser({ profile: 'Minimum Access - Salesforce', permissionSets: ['Graphs'] });
    for (const object of ['PermissionSet', 'ObjectPermissions', 'FieldPermissions', 'PermissionSetAssignment', 'FieldDefinition']) {
      await assert.rejects(minimum.query(`SELECT Id FROM ${object}`), /INVALID_TYPE/u, object);
    }
    // Of profiles everybody sees their own.
    assert.equal((await minimum.query('SELECT Id, Name FROM Profile')).length, 1);
    assert.equal((await minimum.query('SELECT Id FROM User')).length, org.rows('SELECT Id FROM User').length);
  });

  it('made by the API hold at once, and survive a deployment that says nothing of them', async () => {
    const id = org.create('PermissionSet', { Name: 'ByHand', Label: 'By hand' });
    const me = org.addUser({ permissionSets: ['ByHand'] });
    await assert.rejects(me.query('SELECT Id FROM Vault__c'), /INVALID_TYPE/u);
    const given = await admin.call('POST', 'sobjects/ObjectPermissions', { ParentId: id, SobjectType: 'Vault__c', PermissionsRead: true });
    assert.equal(given.status, 201);
    assert.deepEqual(await me.query('SELECT Id FROM Vault__c'), []);
    assert.equal((await org.deploy(permissionSet('Another', objectPermissions('Vault__c', 'R')))).status, 'Succeeded');
    assert.deepEqual(await me.query('SELECT Id FROM Vault__c'), []);
    const { id: row } = given.body as { id: string };
    assert.equal((await admin.call('DELETE', `sobjects/ObjectPermissions/${row}`)).status, 204);
    await assert.rejects(me.query('SELECT Id FROM Vault__c'), /INVALID_TYPE/u);
  });

  it('cannot give what stands on something that is not given', async () => {
    const edit = { ParentId: setId('Graphs'), SobjectType: 'Vault__c', PermissionsEdit: true };
    const { errorCode, message } = await admin.call('POST', 'sobjects/ObjectPermissions', edit);
    assert.equal(errorCode, 'FIELD_INTEGRITY_EXCEPTION');
    assert.match(message, /depends on permission\(s\): Read Vault__c/u);
    const field = { ParentId: setId('Graphs'), SobjectType: 'Ticket__c', Field: 'Ticket__c.Secret__c', PermissionsEdit: true };
    assert.equal((await admin.call('POST', 'sobjects/FieldPermissions', field)).errorCode, 'FIELD_INTEGRITY_EXCEPTION');
    const required = { ...field, Field: 'Ticket__c.Must__c', PermissionsRead: true };
    assert.equal((await admin.call('POST', 'sobjects/FieldPermissions', required)).errorCode, 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST');
  });
});

describe('an assignment', () => {
  it('gives nothing any more once it has expired', async () => {
    const me = org.addUser({});
    const now = org.org.clock.now();
    org.create('PermissionSetAssignment', { AssigneeId: me.id, PermissionSetId: setId('TicketReader'), ExpirationDate: now + 3_600_000 });
    assert.ok(Array.isArray(await me.query('SELECT Id FROM Ticket__c')));
    org.org.clock.set(now + 7_200_000);
    await assert.rejects(me.query('SELECT Id FROM Ticket__c'), /INVALID_TYPE/u);
  });

  it('of a group gives what its members give without what it mutes, and names both', async () => {
    const me = org.addUser({ groups: ['TicketTeam'] });
    const [row] = await admin.query(
      `SELECT PermissionSet.Type, PermissionSetGroup.DeveloperName FROM PermissionSetAssignment WHERE AssigneeId = '${me.id}' AND PermissionSetGroupId != null`,
    );
    assert.equal((row?.['PermissionSetGroup'] as { DeveloperName: string }).DeveloperName, 'TicketTeam');
    const { access } = me.user;
    assert.deepEqual([access?.object('Ticket__c').delete, access?.object('Ticket__c').create], [false, true]);
    assert.deepEqual(access?.field('Ticket__c', 'Secret__c'), { readable: false, editable: false });
    assert.equal(access.field('Ticket__c', 'Subject__c').editable, true);
    // Another permission set beside the group is not muted.
    org.create('PermissionSetAssignment', { AssigneeId: me.id, PermissionSetId: setId('TicketSecrets') });
    assert.deepEqual(me.user.access?.field('Ticket__c', 'Secret__c'), { readable: true, editable: true });
  });

  it('takes Assign Permission Sets; a permission set takes Manage Profiles and Permission Sets', async () => {
    const me = org.addUser({});
    const body = { AssigneeId: me.id, PermissionSetId: setId('TicketSecrets') };
    assert.equal((await me.call('POST', 'sobjects/PermissionSetAssignment', body)).errorCode, 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY');
    assert.equal(
      (await me.call('PATCH', `sobjects/PermissionSet/${setId('TicketReader')}`, { Label: 'x' })).errorCode,
      'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
    );
    assert.equal(
      (await me.call('PATCH', `sobjects/PermissionSet/${setId('TicketReader')}`, { PermissionsModifyAllData: true })).status,
      400,
    );
  });
});

describe('users', () => {
  it('change their own record, as far as it is theirs', async () => {
    const me = org.addUser({});
    const other = org.addUser({});
    assert.equal((await me.call('PATCH', `sobjects/User/${me.id}`, { Phone: '123' })).status, 204);
    const adminProfile = org.rows("SELECT Id FROM Profile WHERE Name = 'System Administrator'")[0]?.['Id'];
    assert.equal(
      (await me.call('PATCH', `sobjects/User/${me.id}`, { ProfileId: adminProfile })).errorCode,
      'INVALID_FIELD_FOR_INSERT_UPDATE',
    );
    assert.equal((await me.call('PATCH', `sobjects/User/${other.id}`, { Phone: '1' })).errorCode, 'INSUFFICIENT_ACCESS_OR_READONLY');
    assert.equal(
      (await me.call('POST', `sobjects/User/${other.id}/password`, { NewPassword: 'secret-1234' })).errorCode,
      'INSUFFICIENT_ACCESS',
    );
    const fresh = { LastName: 'x', Username: 'new-one@example.com' };
    assert.equal((await me.call('POST', 'sobjects/User', fresh)).errorCode, 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY');
  });

  it('get the permissions of their new profile at once', async () => {
    const me = org.addUser({});
    const clerk = org.rows("SELECT Id FROM Profile WHERE Name = 'Clerk'")[0]?.['Id'];
    assert.equal((await admin.call('PATCH', `sobjects/User/${me.id}`, { ProfileId: clerk })).status, 204);
    assert.ok(Array.isArray(await me.query('SELECT Id, Subject__c FROM Ticket__c')));
    const owned = await admin.query(
      `SELECT PermissionSet.Profile.Name FROM PermissionSetAssignment WHERE AssigneeId = '${me.id}' AND PermissionSet.IsOwnedByProfile = true`,
    );
    assert.equal(owned.length, 1);
  });
});

describe('permissions of the system', () => {
  it('open the API: without API Enabled a token opens nothing', async () => {
    const me = org.addUser({ profile: 'Minimum Access - Salesforce' });
    const { status, errorCode, message } = await me.call('GET', 'limits');
    assert.deepEqual([status, errorCode, message], [403, 'API_DISABLED_FOR_ORG', 'The REST API is not enabled for this Organization.']);
    const enabled = org.addUser({ profile: 'Minimum Access - Salesforce', permissionSets: ['Graphs'] });
    assert.equal((await enabled.call('GET', 'limits')).status, 200);
  });

  it('open the Metadata API and the Tooling API', async () => {
    const me = org.addUser({});
    const soap = async (token: string): Promise<string> => {
      const response = await fetch(`${org.url}/services/Soap/m/66.0`, {
        method: 'POST',
        headers: { 'content-type': 'text/xml', soapaction: '""' },
        body: `<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Header><SessionHeader xmlns="http://soap.sforce.com/2006/04/metadata"><sessionId>${token}</sessionId></SessionHeader></soapenv:Header><soapenv:Body><describeMetadata xmlns="http://soap.sforce.com/2006/04/metadata"><asOfVersion>66.0</asOfVersion></describeMetadata></soapenv:Body></soapenv:Envelope>`,
      });
      return response.text();
    };
    assert.match(
      await soap(me.token),
      /sf:INSUFFICIENT_ACCESS.*INSUFFICIENT_ACCESS: use of the Metadata API requires a user with the ModifyAllData or ModifyMetadata permissions/su,
    );
    assert.match(await soap(admin.token), /metadataObjects/u);
    const rest = await me.call('GET', 'metadata/deployRequest/0Af000000000001AAA');
    assert.deepEqual([rest.status, rest.errorCode], [403, 'INSUFFICIENT_ACCESS']);
    const tooling = 'tooling/query?q=SELECT+Id+FROM+CustomField';
    assert.equal((await me.call('GET', tooling)).status, 200);
    const minimum = org.addUser({ profile: 'Minimum Access - Salesforce', permissionSets: ['Graphs'] });
    assert.equal((await minimum.call('GET', tooling)).errorCode, 'INVALID_TYPE');
    assert.equal((await minimum.call('GET', 'tooling/sobjects/CustomField/describe')).errorCode, 'NOT_FOUND');
  });

  it('View All Data reads every object and changes none', async () => {
    await org.deploy(permissionSet('Auditor', userPermission('ApiEnabled'), userPermission('ViewAllData')));
    const me = org.addUser({ profile: 'Minimum Access - Salesforce', permissionSets: ['Auditor'] });
    assert.ok(Array.isArray(await me.query('SELECT Id FROM Vault__c')));
    assert.equal((await me.call('POST', 'sobjects/Vault__c', { Name: 'x' })).errorCode, 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY');
    // Fields are hidden from it all the same.
    await assert.rejects(me.query('SELECT Secret__c FROM Ticket__c'), /INVALID_FIELD/u);
  });

  it('custom permissions are known of whoever has them', () => {
    assert.equal(org.addUser({ permissionSets: ['Graphs'] }).user.access?.custom('SeeGraphs'), true);
    assert.equal(org.addUser({}).user.access?.custom('SeeGraphs'), false);
  });
});

describe('a deployment', () => {
  it('of a standard profile changes what it names and nothing else', async () => {
    const me = org.addUser({});
    await assert.rejects(me.query('SELECT Id FROM Vault__c'), /INVALID_TYPE/u);
    const outcome = await org.deploy(
      component(
        'Profile',
        'Standard',
        `<custom>false</custom>${objectPermissions('Vault__c', 'RC')}${userPermission('RunReports', false)}`,
      ),
    );
    assert.equal(outcome.status, 'Succeeded', JSON.stringify(outcome.components));
    assert.ok(Array.isArray(await me.query('SELECT Id FROM Vault__c')));
    assert.equal(me.user.access?.system('RunReports'), false);
    assert.equal(me.user.access.object('Account').delete, true);
  });

  it('of the administrators’ profile can take a field from them', async () => {
    const before = await org.addUser({ profile: 'System Administrator' }).query('SELECT Cost__c FROM Ticket__c');
    assert.ok(Array.isArray(before));
    await org.deploy(component('Profile', 'Admin', `<custom>false</custom>${fieldPermission('Ticket__c.Cost__c', '')}`));
    await assert.rejects(admin.query('SELECT Cost__c FROM Ticket__c'), /INVALID_FIELD/u);
    assert.notEqual(admin.user.access?.key, 'all');
    await org.deploy(component('Profile', 'Admin', `<custom>false</custom>${fieldPermission('Ticket__c.Cost__c', 'RE')}`));
    assert.equal(admin.user.access?.key, 'all');
  });

  it('that changes a permission set changes what its people may do', async () => {
    const me = org.addUser({ permissionSets: ['Another2'].filter((name) => setId(name) !== 'undefined') });
    await org.deploy(permissionSet('Another2', objectPermissions('Ticket__c', 'R')));
    org.create('PermissionSetAssignment', { AssigneeId: me.id, PermissionSetId: setId('Another2') });
    assert.ok(Array.isArray(await me.query('SELECT Id FROM Ticket__c')));
    await org.deploy(permissionSet('Another2', objectPermissions('Vault__c', 'R')));
    await assert.rejects(me.query('SELECT Id FROM Ticket__c'), /INVALID_TYPE/u);
    assert.ok(Array.isArray(await me.query('SELECT Id FROM Vault__c')));
  });

  it('cannot make a formula editable, and tells of permissions that the org has not', async () => {
    const outcome = await org.deploy(permissionSet('Formula', fieldPermission('Ticket__c.Told__c', 'RE'), userPermission('FlyToTheMoon')));
    assert.equal(outcome.status, 'Succeeded');
    assert.match(JSON.stringify(outcome.components), /stored, not run: local-org does not have the permission FlyToTheMoon/u);
    const [row] = org.rows("SELECT PermissionsRead, PermissionsEdit FROM FieldPermissions WHERE Parent.Name = 'Formula'");
    assert.deepEqual(row, { PermissionsRead: true, PermissionsEdit: false });
  });

  const refusals: readonly (readonly [what: string, inside: string, message: RegExp])[] = [
    ['Edit of a field without Read', fieldPermission('Ticket__c.Secret__c', 'E'), /depends on permission\(s\): Read/u],
    ['Delete without Edit', objectPermissions('Ticket__c', 'RD'), /Delete Ticket__c depends on permission\(s\): Edit Ticket__c/u],
    ['a required field', fieldPermission('Ticket__c.Must__c', 'R'), /You cannot deploy to a required field: Ticket__c\.Must__c/u],
  ];
  for (const [what, inside, message] of refusals) {
    it(`with ${what} is refused`, async () => {
      const outcome = await org.deploy(permissionSet('Wrong', inside));
      assert.equal(outcome.status, 'Failed');
      assert.match(JSON.stringify(outcome.components.flatMap(({ problems }) => problems)), message);
    });
  }
});
