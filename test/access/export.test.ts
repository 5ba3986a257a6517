import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { seedOneOfEach } from './seed.ts';
import { openPeopledOrg, type PeopledOrg } from './testOrg.ts';

interface Outputs {
  readonly errorText?: string | null;
  readonly responses?: readonly Readonly<Record<string, unknown>>[];
  readonly invitations?: readonly unknown[];
  readonly followUps?: readonly unknown[];
}

describe('the export of a person', () => {
  let org: PeopledOrg;
  let contact: string;

  before(async () => {
    org = await openPeopledOrg();
    contact = (await seedOneOfEach(org)).get('Contact') ?? '';
  });
  after(() => org.close());

  async function exportAs(name: string, sets: readonly string[]): Promise<{ status: number; outputs: Outputs | undefined }> {
    const { client } = await org.person(name, 'Standard User', sets);
    const path = '/actions/custom/flow/Contact_Subflow_ExportPerson';
    const answer = await client.ask('POST', path, { inputs: [{ contactId: contact }] });
    const [first] = (answer.body ?? []) as { outputValues?: Outputs }[];
    return { status: answer.status, outputs: first?.outputValues };
  }

  test('gives somebody with Admin and Comments all of it, words included', async () => {
    const { outputs } = await exportAs('Privacy', ['CustomerPulseAdmin', 'CustomerPulseComments']);
    assert.deepEqual(
      outputs?.responses?.map((response) => response['Comment__c']),
      ['Purple elephants'],
    );
    assert.equal(outputs.invitations?.length, 1);
    assert.equal(outputs.followUps?.length, 1);
  });

  test('gives nobody words that they may not read', async () => {
    for (const [name, set] of [
      ['Onlyadmin', 'CustomerPulseAdmin'],
      ['Onlyviewer', 'CustomerPulseViewer'],
    ] as const) {
      const { outputs } = await exportAs(name, [set]);
      assert.ok(!JSON.stringify(outputs ?? {}).includes('Purple elephants'), set);
    }
  });
});
