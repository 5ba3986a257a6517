/** A test that failed, in one line that is enough to look for it: its name, where it stands, and what it said. */
export type Failure = string;

/** Failures of a TAP report as Node's test runner writes it. A test that failed only because of those inside it is left out. */
export function tapFailures(report: string): readonly Failure[] {
  return report
    .split(/^\s*not ok \d+ - /mu)
    .slice(1)
    .flatMap(tapFailure);
}

function tapFailure(text: string): readonly Failure[] {
  const [name = '', ...details] = text.split('\n');
  const end = details.findIndex((line) => line.trim() === '...');
  const block = details.slice(0, end === -1 ? details.length : end).join('\n');
  if (/failureType: 'subtestsFailed'/u.test(block)) return [];
  const location = /location: '(.*)'/u.exec(block)?.[1];
  return [line(name, location, tapError(block))];
}

/** The error's text: on the line itself, or indented below it. */
function tapError(block: string): string {
  const own = /error: '(.*)'/u.exec(block)?.[1];
  if (own !== undefined) return own;
  const [, below = ''] = block.split('error: |-\n');
  const lines = below.split('\n');
  const end = lines.findIndex((text) => /^\s*\w+: /u.test(text));
  return lines
    .slice(0, end === -1 ? 0 : end)
    .join(' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Failures of Jest's JSON report. */
export function jestFailures(report: string): readonly Failure[] {
  if (report === '') return [];
  const { testResults } = JSON.parse(report) as JestReport;
  return testResults.flatMap(({ name, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    if (failed.length === 0 && message !== '' && assertionResults.length === 0) return [line('(does not load)', name, message)];
    return failed.map((test) => line(test.fullName, name, test.failureMessages[0] ?? ''));
  });
}

interface JestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/** As much of an error as fits beside its name. */
const MOST_OF_ERROR = 400;

function line(name: string, location: string | undefined, error: string): Failure {
  const said = error.replace(/\s+/gu, ' ').trim().slice(0, MOST_OF_ERROR);
  return [name.trim(), ...(location === undefined ? [] : [`(${location})`]), ...(said === '' ? [] : [`: ${said}`])].join(' ');
}
