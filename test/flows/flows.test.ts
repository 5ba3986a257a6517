import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { loadFlows } from '../../local-org/src/flow/loadFlows.ts';
import { readPackageSource } from '../../local-org/src/metadata/packageSource.ts';
import { buildSchema } from '../../local-org/src/schema/buildSchema.ts';
import { FlowCoverage } from './visits/flowCoverage.ts';
import { coverageTable } from './visits/printCoverage.ts';
import { readCases, type FlowCase } from './flowCase.ts';
import { InProcessOrg } from './orgs/inProcessOrg.ts';
import { allActive, packageForCase } from './packageForCase.ts';
import { runCase } from './runCase.ts';

// The package's flows, run as they are deployed: `<flow>/<case>/given.json` -> `expected.json`.
// FLOW=<name> runs the cases of one folder alone and prints what they visit of that flow.
const folder = import.meta.dirname;
const only = process.env['FLOW'];
const source = await readPackageSource(join(folder, '../../force-app/main/default'));
const cases = (await readCases(folder)).filter(({ flow }) => only === undefined || flow === only);
const coverage = new FlowCoverage();

before(() => {
  coverage.start();
});
after(() => {
  coverage.stop();
});

for (const [flow, group] of Map.groupBy(cases, (flowCase) => flowCase.flow)) {
  describe(flow, () => {
    for (const flowCase of group) test(flowCase.given.story, () => check(flowCase));
  });
}

describe('the cases together', () => {
  test('visit every element, outcome and fault path of every flow, and run each flow in a batch of 200', (context) => {
    const everything = allActive(source);
    const visits = loadFlows(everything, buildSchema(everything))
      .active.filter(({ name }) => only === undefined || name === only)
      .map(({ definition }) => coverage.of(definition));
    for (const line of coverageTable(visits).split('\n')) context.diagnostic(line);
    assert.deepEqual(
      visits.flatMap(({ flow, missed }) => missed.map((what) => `${flow}: ${what}`)),
      [],
    );
    assert.deepEqual(
      visits.filter(({ largestBatch, runsInBatches }) => runsInBatches && largestBatch < 200).map(({ flow }) => flow),
      [],
    );
  });
});

async function check(flowCase: FlowCase): Promise<void> {
  const { now, failing, steps } = flowCase.given;
  const asUsers = steps.some((step) => 'by' in step && step.by !== undefined);
  const org = new InProcessOrg(packageForCase(source, flowCase), now, failing, asUsers);
  try {
    const outcome = await runCase(org, flowCase);
    const { refused, outputs, shown, queries, emails, onlyIn } = flowCase.expected;
    assert.deepEqual(outcome.refused, refused);
    assert.deepEqual(outcome.outputs, outputs);
    assert.deepEqual(outcome.shown, shown);
    assert.deepEqual(outcome.queries, queries);
    assert.deepEqual(outcome.emails, emails);
    assert.deepEqual(outcome.found, onlyIn);
  } finally {
    await org.close();
  }
}
