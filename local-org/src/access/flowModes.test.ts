import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { component } from '../testing/components.ts';
import type { TestUser } from '../testing/users.ts';
import { startTicketOrg, type TicketOrg } from './testing/ticketOrg.ts';

let org: TicketOrg;
let reader: TestUser;

function flow(mode: string, elements: string, start: string): string {
  const runInMode = mode === '' ? '' : `<runInMode>${mode}</runInMode>`;
  return `<apiVersion>66.0</apiVersion>${elements}<label>A flow</label><processType>AutoLaunchedFlow</processType>${runInMode}
    <start><locationX>0</locationX><locationY>0</locationY><connector><targetReference>${start}</targetReference></connector></start>
    <status>Active</status><variables><name>found</name><dataType>String</dataType><isCollection>false</isCollection><isInput>false</isInput><isOutput>true</isOutput></variables>
    <variables><name>ticketId</name><dataType>String</dataType><isCollection>false</isCollection><isInput>true</isInput><isOutput>false</isOutput></variables>`;
}

const place = '<locationX>0</locationX><locationY>0</locationY>';
const byId =
  '<filterLogic>and</filterLogic><filters><field>Id</field><operator>EqualTo</operator><value><elementReference>ticketId</elementReference></value></filters>';
const read = `<recordLookups><name>Read</name><label>Read</label>${place}<assignNullValuesIfNoRecordsFound>true</assignNullValuesIfNoRecordsFound>${byId}<object>Ticket__c</object><outputAssignments><assignToReference>found</assignToReference><field>Secret__c</field></outputAssignments></recordLookups>`;
const write = `<recordUpdates><name>Write</name><label>Write</label>${place}${byId}<inputAssignments><field>Secret__c</field><value><stringValue>written</stringValue></value></inputAssignments><object>Ticket__c</object></recordUpdates>`;
const call = (name: string): string =>
  `<subflows><name>Call</name><label>Call</label>${place}<flowName>${name}</flowName><inputAssignments><name>ticketId</name><value><elementReference>ticketId</elementReference></value></inputAssignments></subflows>`;

before(async () => {
  org = await startTicketOrg();
  const outcome = await org.deploy(
    component('Flow', 'ReadAsUser', flow('', read, 'Read')),
    component('Flow', 'ReadAsSystem', flow('SystemModeWithoutSharing', read, 'Read')),
    component('Flow', 'ReadShared', flow('SystemModeWithSharing', read, 'Read')),
    component('Flow', 'WriteAsUser', flow('', write, 'Write')),
    component('Flow', 'WriteAsSystem', flow('SystemModeWithoutSharing', write, 'Write')),
    component('Flow', 'CallsSystem', flow('', call('WriteAsSystem'), 'Call')),
    component('Flow', 'SystemCalls', flow('SystemModeWithoutSharing', call('WriteAsUser'), 'Call')),
    component(
      'Flow',
      'OnSave',
      `<apiVersion>66.0</apiVersion><label>On save</label><processType>AutoLaunchedFlow</processType>
      <recordUpdates><name>Note</name><label>Note</label>${place}<inputAssignments><field>Secret__c</field><value><stringValue>by the trigger</stringValue></value></inputAssignments><inputReference>$Record</inputReference></recordUpdates>
      <start>${place}<connector><targetReference>Note</targetReference></connector><filterLogic>and</filterLogic><filters><field>Subject__c</field><operator>EqualTo</operator><value><stringValue>trigger</stringValue></value></filters><object>Ticket__c</object><recordTriggerType>CreateAndUpdate</recordTriggerType><triggerType>RecordAfterSave</triggerType></start><status>Active</status>`,
    ),
  );
  assert.equal(outcome.status, 'Succeeded', JSON.stringify(outcome.components.filter(({ success }) => !success)));
  reader = org.addUser({ permissionSets: ['TicketReader', 'TicketWriter'] });
});

after(async () => {
  await org.stop();
});

function ticket(): string {
  return org.create('Ticket__c', { Name: 'Pump', Must__c: 'm', Secret__c: 'gold' });
}

async function launch(name: string, ticketId: string): Promise<{ isSuccess: boolean; found: unknown; message: string }> {
  const { body } = await reader.call('POST', `actions/custom/flow/${name}`, { inputs: [{ ticketId }] });
  const [result] = body as readonly {
    isSuccess: boolean;
    outputValues: { found?: unknown } | null;
    errors: readonly { message: string }[] | null;
  }[];
  return { isSuccess: result?.isSuccess === true, found: result?.outputValues?.found ?? null, message: result?.errors?.[0]?.message ?? '' };
}

function secret(id: string): unknown {
  return org.rows(`SELECT Secret__c FROM Ticket__c WHERE Id = '${id}'`)[0]?.['Secret__c'];
}

describe('a flow that somebody calls', () => {
  it('runs as that user: what is hidden from them it does not find, nor write', async () => {
    const id = ticket();
    const found = await launch('ReadAsUser', id);
    assert.deepEqual([found.isSuccess, found.found], [false, null]);
    assert.match(found.message, /INVALID_FIELD|No such column/u);
    assert.equal((await launch('WriteAsUser', id)).isSuccess, false);
    assert.equal(secret(id), 'gold');
  });

  it('runs in system mode where it says so, with sharing or without', async () => {
    const id = ticket();
    assert.equal((await launch('ReadAsSystem', id)).found, 'gold');
    assert.equal((await launch('ReadShared', id)).found, 'gold');
    assert.equal((await launch('WriteAsSystem', id)).isSuccess, true);
    assert.equal(secret(id), 'written');
  });

  it('hands its mode to the flows that it calls, unless they say otherwise', async () => {
    const id = ticket();
    assert.equal((await launch('CallsSystem', id)).isSuccess, true);
    assert.equal(secret(id), 'written');
    const other = ticket();
    assert.equal((await launch('SystemCalls', other)).isSuccess, true);
    assert.equal(secret(other), 'written');
  });
});

describe('a flow that a save starts', () => {
  it('runs in system mode, whoever saves', async () => {
    const id = ticket();
    assert.equal((await reader.call('PATCH', `sobjects/Ticket__c/${id}`, { Subject__c: 'trigger' })).status, 204);
    assert.equal(secret(id), 'by the trigger');
  });
});
