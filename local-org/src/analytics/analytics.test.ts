import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Connection } from 'jsforce';
import type { TicketOrg } from '../access/testing/ticketOrg.ts';
import type { TestUser } from '../testing/users.ts';
import { at } from '../uiApi/testing/uiApiShop.ts';
import { bySubject, startReportOrg } from './testing/ticketReports.ts';
import { component } from '../testing/components.ts';

let org: TicketOrg;
let admin: TestUser['call'];
let connection: Connection;
let clerk: TestUser;
let reader: TestUser;
let withoutReports: TestUser;
const ids: Record<string, string> = {};

/** Subject, hours, and whose ticket it is. */
const tickets: readonly (readonly [string | null, number | null, 'admin' | 'clerk'])[] = [
  ['printer', 4, 'admin'],
  ['printer', 8, 'clerk'],
  ['printer', null, 'clerk'],
  ['mouse', 1, 'clerk'],
  ['=cmd()', 20, 'admin'],
  ['hidden', 100, 'admin'],
  [null, 2, 'admin'],
];

before(async () => {
  org = await startReportOrg();
  clerk = org.addUser({ permissionSets: ['TicketWriter'] });
  reader = org.addUser({ permissionSets: ['TicketReader'] });
  withoutReports = org.addUser({ profile: 'Clerk' });
  const adminId = org.org.sessions.userIdOf(org.adminToken) ?? '';
  const customer = org.create('Account', { Name: 'Acme' });
  for (const [place, [subject, hours, owner]] of tickets.entries()) {
    org.create('Ticket__c', {
      Name: `T${place}`,
      Must__c: 'x',
      Subject__c: subject,
      Hours__c: hours,
      OwnerId: owner === 'admin' ? adminId : clerk.id,
      Customer__c: place % 2 === 0 ? customer : null,
    });
  }
  for (const row of org.rows('SELECT Id, DeveloperName FROM Report')) ids[String(row['DeveloperName'])] = String(row['Id']);
  for (const row of org.rows('SELECT Id, DeveloperName FROM Dashboard')) ids[String(row['DeveloperName'])] = String(row['Id']);
  admin = async (method, path, body) => {
    const response = await fetch(`${org.url}/services/data/v66.0/${path}`, {
      method,
      headers: { authorization: `Bearer ${org.adminToken}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    const answer: unknown = text === '' ? undefined : isJson ? JSON.parse(text) : text;
    return {
      status: response.status,
      body: answer,
      errorCode: String(at(answer, '0.errorCode')),
      message: String(at(answer, '0.message')),
    };
  };
  connection = new Connection({ instanceUrl: org.url, accessToken: org.adminToken, version: '66.0' });
});

after(async () => {
  await org.stop();
});

/** Groups of rows with their figures: label -> values. */
function figures(body: unknown): Readonly<Record<string, unknown>> {
  const groups = at(body, 'groupingsDown.groupings');
  assert.ok(Array.isArray(groups));
  const factOf = (key: unknown): unknown => {
    const facts = at(body, 'factMap');
    const fact: unknown = typeof facts === 'object' && facts !== null ? Reflect.get(facts, `${String(key)}!T`) : undefined;
    const aggregates = at(fact, 'aggregates');
    return Array.isArray(aggregates) ? aggregates.map((aggregate) => at(aggregate, 'value')) : undefined;
  };
  return {
    ...Object.fromEntries(groups.map((group) => [String(at(group, 'label')), factOf(at(group, 'key'))])),
    total: factOf('T'),
  };
}

function rowsOf(body: unknown, key = 'T!T'): readonly unknown[] {
  const facts = at(body, 'factMap');
  const fact: unknown = typeof facts === 'object' && facts !== null ? Reflect.get(facts, key) : undefined;
  const rows = at(fact, 'rows');
  assert.ok(Array.isArray(rows));
  return rows;
}

function labelsOf(rows: readonly unknown[]): readonly unknown[] {
  return rows.map((row) => at(row, 'dataCells.0.label'));
}

describe('a run', () => {
  it('given a summary, when it runs, then groups, figures and labels are as documented', async () => {
    const { status, body } = await admin('GET', `analytics/reports/${ids['BySubject']}`);
    assert.equal(status, 200);
    assert.deepEqual(figures(body), {
      '-': [2, 2, 1],
      '=cmd()': [20, 20, 1],
      mouse: [1, 1, 1],
      printer: [12, 4, 3],
      total: [35, 35 / 6, 6],
    });
    assert.deepEqual(at(body, 'attributes'), {
      describeUrl: `/services/data/v66.0/analytics/reports/${ids['BySubject']}/describe`,
      instancesUrl: `/services/data/v66.0/analytics/reports/${ids['BySubject']}/instances`,
      reportId: ids['BySubject'],
      reportName: 'Tickets by Subject',
      type: 'Report',
    });
    assert.equal(at(body, 'hasDetailRows'), false);
    assert.equal(at(body, 'reportMetadata.reportFormat'), 'SUMMARY');
    assert.deepEqual(at(body, 'reportMetadata.aggregates'), ['s!Ticket__c.Hours__c', 'FORMULA1', 'RowCount']);
    assert.equal(JSON.stringify(at(body, 'factMap')).includes('rows'), false);
  });

  it('given details, when it runs, then each row stands in its innermost group, names and lookups as records', async () => {
    const { body } = await admin('GET', `analytics/reports/${ids['BySubject']}?includeDetails=true`);
    const rows = rowsOf(body, '3!T');
    assert.deepEqual(labelsOf(rows), ['T0', 'T1', 'T2']);
    assert.match(String(at(rows[0], 'dataCells.0.value')), /^a0/u);
    assert.equal(at(rows[0], 'dataCells.1.label'), 'Acme');
    assert.match(String(at(rows[0], 'dataCells.1.value')), /^001/u);
    assert.deepEqual(at(rows[1], 'dataCells.1'), { label: '-', value: null });
  });

  it('given a matrix, when it runs, then cells stand where groups meet', async () => {
    const { body } = await admin('GET', `analytics/reports/${ids['Matrix']}`);
    const facts = at(body, 'factMap');
    assert.ok(typeof facts === 'object' && facts !== null);
    for (const key of ['T!T', 'T!0', '0!T', '0!0', '1!1']) assert.ok(key in facts, key);
    assert.equal(at(body, 'reportMetadata.reportFormat'), 'MATRIX');
  });

  it('given other filters, when it is posted, then they hold for this run alone', async () => {
    const reportFilters = [{ column: 'Ticket__c.Hours__c', operator: 'greaterThan', value: '3' }];
    const posted = await admin('POST', `analytics/reports/${ids['BySubject']}`, { reportMetadata: { reportFilters } });
    assert.deepEqual(figures(posted.body)['printer'], [12, 6, 2]);
    assert.deepEqual(figures(posted.body)['hidden'], [100, 100, 1]);
    const plain = await admin('GET', `analytics/reports/${ids['BySubject']}`);
    assert.deepEqual(figures(plain.body)['printer'], [12, 4, 3]);
  });

  it('given its own description, when it is posted, then nothing changes', async () => {
    for (const name of ['BySubject', 'Matrix', 'List']) {
      const described = await admin('GET', `analytics/reports/${ids[name]}/describe`);
      const posted = await admin('POST', `analytics/reports/${ids[name]}?includeDetails=true`, described.body);
      const plain = await admin('GET', `analytics/reports/${ids[name]}?includeDetails=true`);
      assert.deepEqual(posted.body, plain.body);
    }
  });

  it('given a report that is stored nowhere, when it is queried, then it runs without an id', async () => {
    const reportMetadata = {
      name: 'Mine',
      reportType: { type: 'Tickets__c' },
      detailColumns: ['Ticket__c.Name'],
      groupingsDown: [{ name: 'Ticket__c.Subject__c', sortOrder: 'Desc', dateGranularity: 'None' }],
      aggregates: ['x!Ticket__c.Hours__c', 'RowCount'],
      reportFilters: [{ column: 'Ticket__c.Subject__c', operator: 'equals', value: 'printer,mouse' }],
    };
    const { status, body } = await admin('POST', 'analytics/reports/query', { reportMetadata });
    assert.equal(status, 200);
    assert.deepEqual(figures(body), { printer: [8, 3], mouse: [1, 1], total: [8, 4] });
    assert.equal(at(body, 'attributes.reportId'), null);
    assert.equal(at(body, 'attributes.describeUrl'), '/services/data/v66.0/analytics/reports/null/describe');
  });

  it('refuses what is wrong in the words of the API', async () => {
    const path = `analytics/reports/${ids['BySubject']}`;
    const refused = async (method: string, address: string, body?: object): Promise<string> => {
      const { status, errorCode, message } = await admin(method, address, body);
      return `${status} ${errorCode} ${message}`;
    };
    assert.match(await refused('GET', 'analytics/reports/00OLo0000000zzzAAA'), /^404 NOT_FOUND The data you’re trying to access/u);
    assert.match(await refused('GET', 'analytics/reports/nonsense'), /^404 NOT_FOUND/u);
    assert.match(await refused('POST', path, {}), /^400 BAD_REQUEST The request is invalid because there is no metadata/u);
    const column = { reportMetadata: { reportFilters: [{ column: 'Ticket__c.Nothing__c', operator: 'equals', value: '' }] } };
    assert.match(await refused('POST', path, column), /^400 BAD_REQUEST .*Nothing__c/u);
    assert.match(await refused('POST', path, { reportMetadata: { wrong: 1 } }), /^400 JSON_PARSER_ERROR Unrecognized field "wrong"/u);
    assert.match(await refused('POST', 'analytics/reports/query', { reportMetadata: { reportType: 'No__c' } }), /^404/u);
    assert.match(await refused('PUT', path), /^405 METHOD_NOT_ALLOWED/u);
  });
});

describe('a description', () => {
  it('given a report, when it is described, then its type tells columns, operators and durations', async () => {
    const { body } = await admin('GET', `analytics/reports/${ids['BySubject']}/describe`);
    const columns: unknown = at(body, 'reportTypeMetadata.categories.0.columns');
    assert.ok(typeof columns === 'object' && columns !== null);
    assert.ok('Ticket__c.Hours__c' in columns && 'Ticket__c.Customer__c' in columns);
    assert.equal(at(Reflect.get(columns, 'Ticket__c.Customer__c'), 'isLookup'), true);
    assert.equal(at(body, 'reportMetadata.reportFilters.0.isRunPageEditable'), true);
    assert.equal(at(body, 'reportMetadata.customSummaryFormula.FORMULA1.label'), 'Hours per ticket');
    assert.deepEqual(at(body, 'reportTypeMetadata.dataTypeFilterOperatorMap.boolean.1'), { name: 'notEqual', label: 'not equal to' });
    const groups = at(body, 'reportTypeMetadata.standardDateFilterDurationGroups');
    assert.ok(Array.isArray(groups));
    assert.ok(groups.some((group) => at(group, 'label') === 'Calendar Month'));
  });

  it('given a report type, when it is listed and described, then both spellings of the resource answer', async () => {
    const list = await admin('GET', 'analytics/report-types');
    assert.equal(at(list.body, '0.label'), 'Other Reports');
    assert.equal(at(list.body, '0.reportTypes.0.type'), 'Tickets__c');
    const { status, body } = await admin('GET', 'analytics/reportTypes/Tickets__c');
    assert.equal(status, 200);
    assert.equal(at(body, 'reportMetadata.reportType.type'), 'Tickets__c');
    assert.equal((await admin('GET', 'analytics/reportTypes/Nothing__c')).status, 404);
  });
});

describe('who may', () => {
  it('given private tickets, when others run a report, then it counts those that they reach, without columns that they may not see', async () => {
    const mine = await clerk.call('GET', `analytics/reports/${ids['BySubject']}`);
    assert.equal(mine.status, 200);
    assert.deepEqual(at(figures(mine.body), 'total.2'), 3);
    const list = await clerk.call('GET', `analytics/reports/${ids['List']}?includeDetails=true`);
    assert.deepEqual(at(list.body, 'reportMetadata.detailColumns'), ['Ticket__c.Name', 'Ticket__c.Subject__c', 'Ticket__c.Hours__c']);
    assert.deepEqual(labelsOf(rowsOf(list.body)), ['T1', 'T2', 'T3']);
  });

  it('given a figure that a user may not see, when they run its report, then it is left out, and no other stands in its place', async () => {
    const { status, body } = await reader.call('GET', `analytics/reports/${ids['BySubject']}`);
    assert.equal(status, 200);
    assert.deepEqual(at(body, 'reportMetadata.aggregates'), ['RowCount']);
  });

  it('given a folder that is not shared, when others look for its reports, then there are none', async () => {
    assert.equal((await clerk.call('GET', `analytics/reports/${ids['Hidden']}`)).status, 404);
    assert.equal((await admin('GET', `analytics/reports/${ids['Hidden']}`)).status, 200);
    const { body } = await clerk.call('GET', 'analytics/reports');
    assert.ok(Array.isArray(body) && !body.some((entry) => at(entry, 'id') === ids['Hidden']));
  });

  it('given no Run Reports, when a user runs or lists, then it is refused', async () => {
    for (const path of [
      `analytics/reports/${ids['List']}`,
      'analytics/reports',
      'analytics/dashboards',
      `analytics/dashboards/${ids['Mine']}`,
    ]) {
      const { status, errorCode, message } = await withoutReports.call('GET', path);
      assert.equal(`${status} ${errorCode}`, '403 FORBIDDEN', path);
      assert.match(message, /Run Reports user permission/u);
    }
  });
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

describe('a dashboard', () => {
  const figure = (body: unknown, place: number, key: string): unknown => {
    const facts = at(body, `componentData.${place}.reportResult.factMap`);
    const fact: unknown = typeof facts === 'object' && facts !== null ? Reflect.get(facts, key) : undefined;
    return at(fact, 'aggregates.0.value');
  };

  it('given components, when it is opened, then each shows its figures, sorted and cut as it says', async () => {
    const { status, body } = await admin('GET', `analytics/dashboards/${ids['Mine']}`);
    assert.equal(status, 200);
    assert.equal(figure(body, 0, 'T!T'), 35 / 6);
    assert.deepEqual(at(body, 'componentData.1.reportResult.groupingsDown.groupings.0.label'), '=cmd()');
    assert.equal(figure(body, 1, '0!T'), 20);
    assert.equal(figure(body, 1, '1!T'), 12);
    assert.equal(at(body, 'componentData.1.reportResult.groupingsDown.groupings.2'), undefined);
    assert.deepEqual(labelsOf(rowsOf(at(body, 'componentData.2.reportResult'))), ['T5', 'T4', 'T1']);
    assert.deepEqual(at(body, 'dashboardMetadata.components.0.properties.visualizationProperties.breakPoints.0.breaks.1'), {
      color: 'ffff00',
      lowerBound: 1,
      upperBound: 5,
    });
    assert.equal(at(body, 'dashboardMetadata.layout.components.1.row'), 4);
    assert.equal(at(body, 'componentData.0.status.dataStatus'), 'DATA');
  });

  it('given an option of its filter, when it is set, then every component keeps to it; another id is refused', async () => {
    const described = await admin('GET', `analytics/dashboards/${ids['Mine']}/describe`);
    const option = String(at(described.body, 'filters.0.options.0.id'));
    const { body } = await admin('GET', `analytics/dashboards/${ids['Mine']}?filter1=${option}`);
    assert.equal(figure(body, 0, 'T!T'), 4);
    assert.deepEqual(labelsOf(rowsOf(at(body, 'componentData.2.reportResult'))), ['T1', 'T0', 'T2']);
    assert.equal(at(body, 'dashboardMetadata.filters.0.selectedOption'), 0);
    const wrong = await admin('GET', `analytics/dashboards/${ids['Mine']}?filter1=0ICLo0000000zzzAAA`);
    assert.equal(`${wrong.status} ${wrong.message}`, '400 The selected filter item isn’t valid.');
    assert.equal((await admin('GET', `analytics/dashboards/${ids['Mine']}?filter2=${option}`)).status, 400);
  });

  it('given one for whoever is logged in and one for its running user, when a clerk opens them, then each shows what that user reaches', async () => {
    const mine = await clerk.call('GET', `analytics/dashboards/${ids['Mine']}`);
    assert.equal(figure(mine.body, 0, 'T!T'), 3);
    assert.equal(at(mine.body, 'dashboardMetadata.runningUser.id'), clerk.id);
    const boss = await clerk.call('GET', `analytics/dashboards/${ids['Boss']}`);
    assert.equal(figure(boss.body, 0, 'T!T'), 35 / 6);
    assert.notEqual(at(boss.body, 'dashboardMetadata.runningUser.id'), clerk.id);
    const as = await clerk.call('GET', `analytics/dashboards/${ids['Mine']}?runningUser=${reader.id}`);
    assert.equal(`${as.status} ${as.message}`, '400 You don’t have permission to view data as this user.');
  });

  it('given a component that its user may not see, when it is opened, then it alone says why', async () => {
    const { status, body } = await reader.call('GET', `analytics/dashboards/${ids['Mine']}`);
    assert.equal(status, 200);
    assert.equal(at(body, 'componentData.0.status.dataStatus'), 'ERROR');
    assert.equal(at(body, 'componentData.0.status.errorCode'), '205');
    assert.equal(at(body, 'componentData.2.status.dataStatus'), 'DATA');
  });

  it('given new tickets, when it is opened again, then it shows the last refresh, and them after one', async () => {
    const path = `analytics/dashboards/${ids['Mine']}`;
    const before = await admin('GET', path);
    const id = org.create('Ticket__c', { Name: 'T9', Must__c: 'x', Subject__c: 'screen', Hours__c: 50 });
    assert.deepEqual((await admin('GET', path)).body, before.body);
    await admin('PUT', path);
    const refreshed = await admin('GET', path);
    assert.equal(figure(refreshed.body, 1, '0!T'), 50);
    await admin('DELETE', `sobjects/Ticket__c/${id}`);
    await admin('PUT', path);
  });

  it('given a deployment, when it is opened again, then what it showed before is not shown', async () => {
    const path = `analytics/dashboards/${ids['Mine']}`;
    await admin('GET', path);
    const id = org.create('Ticket__c', { Name: 'T9', Must__c: 'x', Subject__c: 'screen', Hours__c: 60 });
    await org.deploy({ ...bySubject });
    await org.deploy(component('CustomPermission', 'Another', '<label>Another</label>'));
    assert.equal(figure((await admin('GET', path)).body, 1, '0!T'), 60);
    await admin('DELETE', `sobjects/Ticket__c/${id}`);
  });
});
