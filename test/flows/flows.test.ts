import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { readPackageSource } from '../../local-org/src/metadata/packageSource.ts';
import { readCases } from './flowCase.ts';
import { runCase } from './runCase.ts';

// The package's flows, run as they are deployed: `<flow>/<case>/given.json` -> `expected.json`.
const folder = import.meta.dirname;
const source = await readPackageSource(join(folder, '../../force-app/main/default'));

for (const [flow, cases] of Map.groupBy(await readCases(folder), (flowCase) => flowCase.flow)) {
  describe(flow, () => {
    for (const flowCase of cases) {
      test(flowCase.given.story, async () => {
        const outcome = await runCase(source, flowCase);
        const { refused, queries, onlyIn } = flowCase.expected;
        assert.deepEqual(outcome.refused, refused);
        assert.deepEqual(outcome.queries, queries);
        assert.deepEqual(outcome.found, onlyIn);
      });
    }
  });
}
