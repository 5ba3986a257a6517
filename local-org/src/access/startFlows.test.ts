import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { component } from '../testing/components.ts';
import type { UserAnswer, WantedUser } from '../testing/users.ts';
import { permissionSet, startTicketOrg, type TicketOrg } from './testing/ticketOrg.ts';

// Help, "Limit User Access to Execute Flows": Run Flows opens all flows but restricted ones, flow access opens the flow it names.
let org: TicketOrg;

const place = '<locationX>0</locationX><locationY>0</locationY>';
const body = (elements: string, first: string, restricted: boolean, type = 'AutoLaunchedFlow'): string =>
  `<apiVersion>66.0</apiVersion><isAdditionalPermissionRequiredToRun>${String(restricted)}</isAdditionalPermissionRequiredToRun>${elements}
  <label>A flow</label><processType>${type}</processType>
  <start>${place}<connector><targetReference>${first}</targetReference></connector></start><status>Active</status>
  <variables><name>done</name><dataType>Boolean</dataType><isInput>false</isInput><isOutput>true</isOutput></variables>`;
const act = `<assignments><name>Act</name><label>Act</label>${place}<assignmentItems><assignToReference>done</assignToReference><operator>Assign</operator><value><booleanValue>true</booleanValue></value></assignmentItems></assignments>`;
const call = `<subflows><name>Call</name><label>Call</label>${place}<flowName>Restricted</flowName></subflows>`;
const screen = `<screens><name>Show</name><label>Show</label>${place}<showFooter>true</showFooter><showHeader>true</showHeader></screens>`;

before(async () => {
  org = await startTicketOrg();
  const access = '<flowAccesses><enabled>true</enabled><flow>Restricted</flow></flowAccesses>';
  const outcome = await org.deploy(
    component('Flow', 'Open', body(act, 'Act', false)),
    component('Flow', 'Restricted', body(act, 'Act', true)),
    component('Flow', 'Calls', body(call, 'Call', false)),
    component('Flow', 'RestrictedScreen', body(screen, 'Show', true, 'Flow')),
    permissionSet('RunsRestricted', access),
  );
  assert.equal(outcome.status, 'Succeeded', JSON.stringify(outcome.components.filter(({ success }) => !success)));
});

after(async () => {
  await org.stop();
});

const run = (wanted: WantedUser, name: string): Promise<UserAnswer> =>
  org.addUser(wanted).call('POST', `actions/custom/flow/${name}`, { inputs: [{}] });
const apiOnly = 'Minimum Access - API Only Integrations';

describe('who may start a flow', () => {
  it('with Run Flows: every flow but restricted ones', async () => {
    assert.equal((await run({}, 'Open')).status, 200);
    const refused = await run({}, 'Restricted');
    assert.deepEqual([refused.status, refused.errorCode], [403, 'INSUFFICIENT_ACCESS']);
  });

  it('with access to the flow: that flow, without Run Flows as well', async () => {
    const wanted = { profile: apiOnly, permissionSets: ['RunsRestricted'] };
    assert.equal((await run(wanted, 'Restricted')).status, 200);
    assert.equal((await run(wanted, 'Open')).errorCode, 'INSUFFICIENT_ACCESS');
  });

  it('asks about the outermost flow alone', async () => {
    assert.equal((await run({}, 'Calls')).status, 200);
  });

  it('holds for screen flows', async () => {
    const path = 'connect/interaction/runtime/startFlow';
    const start = (wanted: WantedUser): Promise<UserAnswer> =>
      org.addUser(wanted).call('POST', path, { flowDevName: 'RestrictedScreen', arguments: [] });
    assert.equal((await start({})).errorCode, 'INSUFFICIENT_ACCESS');
    assert.equal((await start({ profile: 'System Administrator' })).status, 200);
  });
});
