import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { component } from '../testing/components.ts';
import { at } from '../uiApi/testing/uiApiShop.ts';
import { labelsOf, rowsOf, startTicketAnalytics, type TicketAnalytics } from './testing/ticketAnalytics.ts';
import { bySubject } from './testing/ticketReports.ts';

let org: TicketAnalytics['org'];
let admin: TicketAnalytics['admin'];
let clerk: TicketAnalytics['clerk'];
let reader: TicketAnalytics['reader'];
let ids: TicketAnalytics['ids'];

before(async () => {
  ({ org, admin, clerk, reader, ids } = await startTicketAnalytics());
});

after(async () => {
  await org.stop();
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
