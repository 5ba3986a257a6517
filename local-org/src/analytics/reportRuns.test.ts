import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { at } from '../uiApi/testing/uiApiShop.ts';
import { figures, labelsOf, rowsOf, startTicketAnalytics, type TicketAnalytics } from './testing/ticketAnalytics.ts';

let org: TicketAnalytics['org'];
let admin: TicketAnalytics['admin'];
let clerk: TicketAnalytics['clerk'];
let reader: TicketAnalytics['reader'];
let withoutReports: TicketAnalytics['withoutReports'];
let ids: TicketAnalytics['ids'];

before(async () => {
  ({ org, admin, clerk, reader, withoutReports, ids } = await startTicketAnalytics());
});

after(async () => {
  await org.stop();
});

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
