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

const nodeTests = (name: string, globs: readonly string[], more: Partial<Step> & { flags?: readonly string[] } = {}): Step => {
  const { flags = [], ...rest } = more;
  return { name, counting: 'node', args: [...flags, '--test', '--test-concurrency=2', ...globs], ...rest };
};

/** Everything that `npm test` runs, cheapest first. */
export const STEPS: readonly Step[] = [
  typeCheck('local-org'),
  typeCheck('local-org/src/lightning/browser'),
  typeCheck('sync-service'),
  typeCheck('scripts'),
  typeCheck('test'),
  { name: 'compiled components are fresh and typed', counting: 'check', args: [...TS_NODE, 'scripts/build-lwc/index.ts', '--check'] },
  { name: 'lint', counting: 'check', args: ['--max-old-space-size=4096', 'node_modules/eslint/bin/eslint.js', '.'] },
  { name: 'metadata', counting: 'check', args: [...TS_NODE, 'scripts/check-metadata/index.ts'] },
  nodeTests('scripts', ['scripts/**/*.test.ts'], {
    flags: ['--require', 'ts-node/register'],
    env: { TS_NODE_PROJECT: 'scripts/tsconfig.json' },
  }),
  { name: 'components', counting: 'jest', args: ['node_modules/jest/bin/jest.js', '--config', 'jest.config.js'] },
  nodeTests('local-org', ['local-org/src/**/*.test.ts'], { needsChromium: true }),
  nodeTests('sync-service', ['sync-service/**/*.test.ts']),
  nodeTests('flows', ['test/flows/**/*.test.ts']),
  nodeTests('across the parts', ['test/contract/**/*.test.ts']),
  nodeTests('in the browser', ['test/e2e/**/*.test.ts'], { needsChromium: true }),
];
