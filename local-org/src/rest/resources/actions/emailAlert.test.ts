import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { assign, flowXml, ref, variable } from '../../../flow/testing/flowXml.ts';
import { component } from '../../../testing/components.ts';
import { problemsOf, tryToDeploy } from '../../../testing/deployFolder.ts';
import { emptyOrg } from '../../../testing/emptyOrg.ts';

const objectXml = (label: string): string =>
  `<deploymentStatus>Deployed</deploymentStatus><label>${label}</label><nameField><label>Name</label><type>Text</type></nameField><pluralLabel>${label}s</pluralLabel><sharingModel>ReadWrite</sharingModel>`;

const levelFlow = flowXml({
  first: 'First',
  body:
    assign('First', [['level', 'Assign', ref('$CustomMetadata.Tier__mdt.Gold.Level__c')]]) +
    variable('level', 'Number', '<isOutput>true</isOutput>'),
});

describe('metadata that actions and global variables read, as it is deployed', () => {
  test('given an alert, its template in a file of its own and a custom metadata record, then both are run from the org', async (t) => {
    const org = await emptyOrg(t);
    const outcome = await tryToDeploy(org, {
      components: [
        component('CustomObject', 'Ticket__c', objectXml('Ticket')),
        component('CustomObject', 'Tier__mdt', '<label>Tier</label><pluralLabel>Tiers</pluralLabel>'),
        component(
          'CustomField',
          'Tier__mdt.Level__c',
          '<fullName>Level__c</fullName><label>Level</label><precision>5</precision><scale>0</scale><type>Number</type>',
        ),
        component(
          'CustomMetadata',
          'Tier.Gold',
          '<label>Gold</label><values><field>Level__c</field><value xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="xsd:double">3</value></values>',
        ),
        component(
          'EmailTemplate',
          'unfiled$public/Opened',
          '<available>true</available><encodingKey>UTF-8</encodingKey><name>Opened</name><style>none</style><subject>{!Ticket__c.Name}</subject><type>text</type>',
          { 'email/unfiled$public/Opened.email': 'A ticket: {!Ticket__c.Name}' },
        ),
        component(
          'WorkflowAlert',
          'Ticket__c.Tell',
          '<fullName>Tell</fullName><description>Tell</description><protected>false</protected><recipients><type>owner</type></recipients><senderType>CurrentUser</senderType><template>unfiled$public/Opened</template>',
        ),
        component('Flow', 'Level', /^<Flow[^>]*>(.*)<\/Flow>$/su.exec(levelFlow)?.[1] ?? ''),
      ],
    });
    assert.equal(outcome.status, 'Succeeded', problemsOf(outcome).join('\n'));

    const [id] = org.insert('Ticket__c', { Name: 'Broken door' });
    const post = async (path: string, input: unknown): Promise<unknown> => {
      const response = await fetch(`${org.url}/services/data/v66.0/actions/custom/${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${org.adminToken}`, 'content-type': 'application/json' },
        body: JSON.stringify({ inputs: [input] }),
      });
      const [result] = (await response.json()) as { isSuccess: boolean; outputValues: unknown }[];
      assert.equal(result?.isSuccess, true, JSON.stringify(result));
      return result.outputValues;
    };
    await post('emailAlert/Ticket__c/Tell', { SObjectRowId: id });
    const emails = org.org.flows.calls.outbox?.emails() ?? [];
    assert.deepEqual(
      emails.map(({ to, subject, text }) => [to, subject, text]),
      [[[org.admin.email], 'Broken door', 'A ticket: Broken door']],
    );
    const { level: found } = (await post('flow/Level', {})) as { level: number };
    assert.equal(found, 3);
  });
});
