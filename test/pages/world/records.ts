import type { RunningOrg } from '../../support/runningOrg';

/** Values of a record to be. */
export type Values = Readonly<Record<string, unknown>>;

/** Id of a new record. @throws Error with the org's words */
export async function create(org: RunningOrg, object: string, values: Values): Promise<string> {
  const result = await org.connection.sobject(object).create({ ...values });
  if (!result.success) throw new Error(`${object} was not created: ${JSON.stringify(result.errors)}`);
  return result.id;
}

/** Id of the only row of a query. @throws Error when there is none */
export async function only(org: RunningOrg, soql: string): Promise<string> {
  const [row] = (await org.connection.query<{ Id: string }>(soql)).records;
  if (row === undefined) throw new Error(`Nothing found: ${soql}`);
  return row.Id;
}

/** An answer as a line of a file that `customer-pulse import` reads. */
export interface AnswerLine {
  readonly id: string;
  readonly email: string;
  readonly rating: number | '';
  /** Before the moment of the pictures. */
  readonly daysAgo: number;
  readonly touchpoint: string;
  readonly comment?: string;
  readonly reasons?: string;
  /** Key of a survey; its program is relational or transactional. */
  readonly survey?: string;
}

const DAY = 86_400_000;

/** Imports answers through the sync service and waits for what flows make of them. */
export async function importAnswers(org: RunningOrg, now: string, answers: readonly AnswerLine[]): Promise<void> {
  const head = 'response_id,source,email,rating,responded_at,touchpoint,comment,reasons,survey';
  const quoted = (text = ''): string => `"${text.replaceAll('"', '""')}"`;
  const lines = answers.map(({ id, email, rating, daysAgo, touchpoint, comment, reasons, survey }) =>
    [
      id,
      'pictures',
      email,
      rating,
      new Date(Date.parse(now) - daysAgo * DAY).toISOString(),
      quoted(touchpoint),
      quoted(comment),
      quoted(reasons),
      survey ?? '',
    ].join(','),
  );
  const { exitCode, stderr } = await org.customerPulse('import', org.file('pictures.csv', [head, ...lines].join('\n')));
  if (exitCode !== 0) throw new Error(stderr);
  await org.settled();
}
