import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { component } from '../testing/components.ts';
import { at } from '../uiApi/testing/uiApiShop.ts';
import { figures, startTicketAnalytics, type TicketAnalytics } from './testing/ticketAnalytics.ts';

let org: TicketAnalytics['org'];
let admin: TicketAnalytics['admin'];
let connection: TicketAnalytics['connection'];
let clerk: TicketAnalytics['clerk'];
let ids: TicketAnalytics['ids'];

before(async () => {
  ({ org, admin, connection, clerk, ids } = await startTicketAnalytics());
});

after(async () => {
  await org.stop();
});

describe('an export', () => {
  it('given details, when a report is exported, then every row is there with its groups, and nothing runs as a formula', async () => {
    const { status, body } = await admin('GET', `analytics/reports/${ids['BySubject']}?export=csv`);
    assert.equal(status, 200);
    const lines = String(body).replace('\uFEFF', '').trimEnd().split('\r\n');
    assert.equal(lines[0], 'Subject,Name,Customer,Hours');
    assert.deepEqual(lines.slice(1), [
      ',T6,Acme,2',
      "'=cmd(),T4,Acme,20",
      'mouse,T3,,1',
      'printer,T0,Acme,4',
      'printer,T1,,8',
      'printer,T2,Acme,',
    ]);
  });

  it('given changes, when the formatted report is exported, then its figures are those of the page', async () => {
    const reportFilters = [{ column: 'Ticket__c.Subject__c', operator: 'equals', value: 'printer' }];
    const { body } = await admin('POST', `analytics/reports/${ids['BySubject']}?export=csv&view=formatted`, {
      reportMetadata: { reportFilters },
    });
    const lines = String(body).replace('\uFEFF', '').trimEnd().split('\r\n');
    assert.deepEqual(lines.slice(-3), ['Subject,Sum of Hours,Hours per ticket,Record Count', 'printer,12,4,3', 'Total,12,4,3']);
    assert.deepEqual(lines.slice(0, 2), ['Tickets by Subject', 'What people ask.']);
  });

  it('given no Export Reports, when a user exports, then it is refused', async () => {
    await org.deploy(
      component(
        'PermissionSet',
        'Runner',
        '<label>Runner</label><userPermissions><enabled>true</enabled><name>RunReports</name></userPermissions>',
      ),
    );
    const runner = org.addUser({ profile: 'Clerk', permissionSets: ['Runner', 'TicketWriter'] });
    assert.equal((await runner.call('GET', `analytics/reports/${ids['List']}`)).status, 200);
    assert.equal((await runner.call('GET', `analytics/reports/${ids['List']}?export=csv`)).status, 403);
  });
});

describe('a stored report', () => {
  it('given a report, when it is copied, renamed and deleted, then the copy comes and goes, and the report stays', async () => {
    const copied = await admin('POST', `analytics/reports?cloneId=${ids['BySubject']}`, { reportMetadata: { name: 'Copy of it' } });
    assert.equal(copied.status, 200);
    const id = String(at(copied.body, 'reportMetadata.id'));
    assert.equal(at(copied.body, 'reportMetadata.developerName'), 'Copy_of_it');
    const ran = await admin('GET', `analytics/reports/${id}`);
    assert.deepEqual(figures(ran.body)['printer'], [12, 4, 3]);
    const renamed = await admin('PATCH', `analytics/reports/${id}`, { reportMetadata: { name: 'Renamed', description: 'Else' } });
    assert.equal(at(renamed.body, 'reportMetadata.name'), 'Renamed');
    assert.equal(at(renamed.body, 'reportMetadata.description'), 'Else');
    assert.equal((await admin('DELETE', `analytics/reports/${id}`)).status, 204);
    assert.equal((await admin('GET', `analytics/reports/${id}`)).status, 404);
    assert.equal((await admin('GET', `analytics/reports/${ids['BySubject']}`)).status, 200);
  });

  it('given a report that a dashboard shows, or that a user may only see, when it is deleted, then it is refused', async () => {
    const shown = await admin('DELETE', `analytics/reports/${ids['BySubject']}`);
    assert.match(`${shown.status} ${shown.message}`, /^403 The report can’t be deleted because there are one or more dashboards/u);
    assert.equal((await clerk.call('DELETE', `analytics/reports/${ids['Matrix']}`)).status, 403);
    const renamed = await clerk.call('PATCH', `analytics/reports/${ids['Matrix']}`, { reportMetadata: { name: 'Mine' } });
    assert.equal(renamed.status, 403);
    assert.equal(
      (await clerk.call('POST', `analytics/reports?cloneId=${ids['Matrix']}`, { reportMetadata: { name: 'Mine' } })).status,
      403,
    );
  });

  it('given a run, when the report is queried, then it tells when it was run last', async () => {
    await admin('GET', `analytics/reports/${ids['Matrix']}`);
    const [row] = org.rows(`SELECT LastRunDate FROM Report WHERE Id = '${ids['Matrix']}'`);
    assert.ok(typeof row?.['LastRunDate'] === 'number');
  });
});

describe('jsforce', () => {
  it('given its analytics API unchanged, when reports are listed, described, run and run asynchronously, then all is answered', async () => {
    const { analytics } = connection;
    assert.ok((await analytics.reports()).some(({ name }) => name === 'Tickets by Subject'));
    const report = analytics.report(ids['BySubject'] ?? '');
    assert.equal((await report.describe()).reportMetadata.name, 'Tickets by Subject');
    const result = await report.execute({ details: true });
    assert.equal(result.factMap['T!T']?.aggregates[2]?.value, 6);
    const begun = await report.executeAsync({ details: true });
    assert.equal(begun.status, 'New');
    let instances = await report.instances();
    while (instances.some(({ status }) => status !== 'Success')) instances = await report.instances();
    const retrieved = await report.instance(begun.id).retrieve();
    assert.equal(retrieved.attributes.status, 'Success');
    assert.deepEqual(retrieved.factMap, result.factMap);
  });

  it('given a dashboard, when it is described, refreshed and looked at, then all is answered', async () => {
    const { analytics } = connection;
    const [first] = await analytics.dashboards();
    assert.ok(first);
    const dashboard = analytics.dashboard(ids['Mine'] ?? '');
    const described = await dashboard.describe();
    assert.equal(described.components.length, 3);
    assert.match((await dashboard.refresh()).statusUrl, /\/status$/u);
    assert.ok((await dashboard.status()).componentStatus.every(({ refreshStatus }) => refreshStatus === 'IDLE'));
    const some = await dashboard.components([described.components[1]?.id ?? '']);
    assert.equal(some.componentData.length, 1);
  });
});
