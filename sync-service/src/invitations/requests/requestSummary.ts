/** What became of a file of requests. */
export interface RequestSummary {
  readonly file: string;
  /** Nothing was requested: the org only said what it would do. */
  readonly checkOnly: boolean;
  /** Rows that an earlier run, which was cut short, had done. */
  readonly doneBefore: number;
  readonly rows: number;
  readonly requested: number;
  /** How many are not asked, by the org's reason. */
  readonly suppressed: Readonly<Record<string, number>>;
  /** Rows that are no requests. */
  readonly rejected: number;
  /** Rows that the org could not check. */
  readonly failed: number;
  /** The first rejected rows, each with its line and why. */
  readonly problems: readonly { readonly line: number; readonly problem: string }[];
  /** A line for each row: what became of it. */
  readonly resultsFile?: string;
  readonly apiCalls: number;
  readonly seconds: number;
  readonly notes: readonly string[];
  /** Why it ended early, and what to do. */
  readonly stopped?: string;
  /** True when it ended early because the file cannot be read any further: trying again does not help. */
  readonly broken?: boolean;
}

/** What the org says, as people read it. */
const reasons: Readonly<Record<string, string>> = {
  SurveyNotActive: 'survey not active',
  NotReachable: 'not reachable',
  OptedOut: 'opted out',
  CoolDown: 'cool-down',
  AlreadyAsked: 'already asked',
  OpenCase: 'open case',
  TooEarly: 'too early',
  OnHold: 'on hold',
  NotSampled: 'not sampled',
};

/** 0 when every row was put to the org; 1 when it was cut short, when rows failed, or when no row was usable. */
export function exitCodeOfRequest({ stopped, rows, rejected, failed }: RequestSummary): number {
  return stopped !== undefined || failed > 0 || (rows > 0 && rejected === rows) ? 1 : 0;
}

export function requestText(summary: RequestSummary): string {
  const { file, checkOnly, requested, suppressed, rejected, failed, rows, doneBefore } = summary;
  const line = (label: string, value: string): string => `  ${label.padEnd(16)}${value}`;
  const notAsked = Object.entries(suppressed).sort(([, one], [, other]) => other - one);
  return [
    `${checkOnly ? 'Check of' : 'Requests from'} ${file}`,
    ...(doneBefore === 0 ? [] : [line('done before', String(doneBefore))]),
    line('rows', String(rows)),
    line(checkOnly ? 'would be asked' : 'requested', String(requested)),
    line(checkOnly ? 'would not' : 'not asked', String(notAsked.reduce((sum, [, count]) => sum + count, 0))),
    ...notAsked.map(([reason, count]) => `    ${reasons[reason] ?? reason}: ${count}`),
    ...(rejected === 0 ? [] : [line('rejected', `${rejected}`), ...summary.problems.map((one) => `    line ${one.line}: ${one.problem}`)]),
    ...(failed === 0 ? [] : [line('failed', `${failed} (the pulse log in the org says why)`)]),
    ...(summary.resultsFile === undefined ? [] : [line('each row', summary.resultsFile)]),
    line('API calls', String(summary.apiCalls)),
    ...summary.notes,
    ...(summary.stopped === undefined ? [] : [`Stopped: ${summary.stopped}`]),
  ].join('\n');
}
