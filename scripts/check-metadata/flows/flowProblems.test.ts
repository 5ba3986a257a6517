import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { problemsOf } from '../testing';

const NAME = 'AccountPulse_AfterCommit_LinkAccount.flow-meta.xml';
const FLOW = readFileSync(`force-app/main/default/flows/${NAME}`, 'utf8');

describe('the check of flows', () => {
  it('passes a flow of the package', async (test) => {
    assert.deepEqual(await problemsOf(test, { [NAME]: FLOW }), []);
  });

  it('finds a change of records without a fault path', async (test) => {
    const planted = FLOW.replace(/<faultConnector>.*?<\/faultConnector>/su, '');
    const problems = await problemsOf(test, { [NAME]: planted });
    assert.ok(
      problems.some((problem) => /:\d+: Link_Account has no fault path$/u.test(problem)),
      problems.join('\n'),
    );
  });

  it('finds a fixed record id and an element that nothing leads to', async (test) => {
    const planted = FLOW.replace(
      '<elementReference>$Record.Account__c</elementReference>',
      '<stringValue>001000000000001AAA</stringValue>',
    ).replace(/<faultConnector>.*?<\/faultConnector>/su, '');
    const problems = await problemsOf(test, { [NAME]: planted });
    for (const rule of ['HardcodedId', 'UnconnectedElement']) {
      assert.ok(
        problems.some((problem) => problem.includes(rule)),
        `${rule} not in\n${problems.join('\n')}`,
      );
    }
  });
});
