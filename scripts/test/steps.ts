/** How the results of a step are counted: from node's test runner, from Jest, or as one check. */
export type Counting = 'node' | 'jest' | 'check';

/** One command of `npm test`. */
export interface Step {
  readonly name: string;
  readonly counting: Counting;
  /** Arguments for the project's Node. */
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly needsChromium?: boolean;
}

const TSC = 'node_modules/typescript/bin/tsc';
const TS_NODE = ['node_modules/ts-node/dist/bin.js', '--project', 'scripts/tsconfig.json'];

const typeCheck = (project: string): Step => ({ name: `types of ${project}`, counting: 'check', args: [TSC, '-p', project] });

/** A test that hangs is named and ended, instead of the whole run by whoever waits for it. The longest take about 3 minutes. */
const LONGEST_TEST_MS = 15 * 60_000;

const nodeTests = (name: string, globs: readonly string[], more: Partial<Step> = {}): Step => ({
  name,
  counting: 'node',
  args: ['--test', '--test-concurrency=2', `--test-timeout=${LONGEST_TEST_MS}`, ...globs],
  ...more,
});

/** Tests of CommonJS TypeScript, which ts-node loads. */
const tsNodeTests = (name: string, project: string, globs: readonly string[], more: Partial<Step> = {}): Step => ({
  ...nodeTests(name, globs, more),
  args: ['--require', 'ts-node/register', ...nodeTests(name, globs).args],
  env: { TS_NODE_PROJECT: project },
});

/** Everything that `npm test` runs, cheapest first. */
export const STEPS: readonly Step[] = [
  typeCheck('local-org'),
  typeCheck('local-org/src/lightning/browser'),
  typeCheck('sync-service'),
  typeCheck('scripts'),
  typeCheck('test'),
  typeCheck('test/flows'),
  typeCheck('test/access'),
  typeCheck('test/reports'),
  typeCheck('test/reliability'),
  { name: 'compiled components are fresh and typed', counting: 'check', args: [...TS_NODE, 'scripts/build-lwc/index.ts', '--check'] },
  { name: 'lint', counting: 'check', args: ['--max-old-space-size=4096', 'node_modules/eslint/bin/eslint.js', '.'] },
  { name: 'format', counting: 'check', args: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'] },
  { name: 'metadata', counting: 'check', args: [...TS_NODE, 'scripts/check-metadata/index.ts'] },
  { name: 'pages made from the package are fresh', counting: 'check', args: [...TS_NODE, 'scripts/docs/index.ts', '--check'] },
  { name: 'translations are whole and up to date', counting: 'check', args: [...TS_NODE, 'scripts/translations/index.ts', 'check'] },
  tsNodeTests('scripts', 'scripts/tsconfig.json', ['scripts/**/*.test.ts']),
  { name: 'components', counting: 'jest', args: ['node_modules/jest/bin/jest.js', '--config', 'jest.config.js'] },
  nodeTests('local-org', ['local-org/src/**/*.test.ts'], { needsChromium: true }),
  nodeTests('sync-service', ['sync-service/**/*.test.ts']),
  nodeTests('flows', ['test/flows/**/*.test.ts']),
  nodeTests('access', ['test/access/**/*.test.ts']),
  nodeTests('reports', ['test/reports/**/*.test.ts']),
  tsNodeTests('across the parts', 'test/tsconfig.json', ['test/contract/**/*.test.ts']),
  tsNodeTests('cli', 'test/tsconfig.json', ['test/cli/**/*.test.ts']),
  nodeTests('reliability', ['test/reliability/**/*.test.ts']),
  tsNodeTests('in the browser', 'test/tsconfig.json', ['test/e2e/**/*.test.ts'], { needsChromium: true }),
  tsNodeTests('pages', 'test/tsconfig.json', ['test/pages/**/*.test.ts'], { needsChromium: true }),
];
