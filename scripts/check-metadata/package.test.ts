import assert from 'node:assert/strict';
import { it } from 'node:test';
import { checkMetadata } from './checkMetadata';
import { formatProblem } from './problem';

it('finds nothing wrong in force-app', async () => {
  const { files, problems } = await checkMetadata('force-app');
  assert.ok(files > 150, `only ${String(files)} files`);
  assert.deepEqual(problems.map(formatProblem), []);
});
