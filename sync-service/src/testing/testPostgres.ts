import { after, type TestContext } from 'node:test';
import { asError } from '../errors.ts';
import { startTestPostgres, type TestPostgres } from './postgres.ts';

let running: Promise<TestPostgres> | undefined;

after(async () => {
  const server = await running?.catch(() => undefined);
  await server?.stop();
});

/**
 * The server of this test file, started with its first use and stopped after its last test. Where none can run the test is skipped,
 * saying why.
 * @returns undefined when the test was skipped
 */
export async function testPostgres(context: TestContext): Promise<TestPostgres | undefined> {
  try {
    running ??= startTestPostgres();
    return await running;
  } catch (thrown) {
    context.skip(`PostgreSQL does not run here, so this was not tested on it: ${asError(thrown).message}`);
    return undefined;
  }
}
