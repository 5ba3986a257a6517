import type { Status } from '../status.ts';
import { counted, lasting } from './words.ts';

export interface Headline {
  readonly level: 'well' | 'busy' | 'bad';
  readonly title: string;
  readonly lines: readonly string[];
}

/** Longer than this is more than being busy. */
const slowSeconds = 600;

/** The whole state in a sentence, and what to do about it. */
export function headline(status: Status): Headline {
  const problems = status.conditions.flatMap(({ part, problem }) => (problem === undefined ? [] : [`${partName(part)}: ${problem}`]));
  if (status.figures === undefined) {
    return { level: 'bad', title: 'The store cannot be used. Nothing is taken in until it can.', lines: problems };
  }
  const { answers, deliveries } = status.figures;
  const lines = [...problems];
  if (!status.org.configured) lines.push('No Salesforce org is configured: what comes in is kept until one is. Run customer-pulse doctor.');
  const refused = answers.dead + deliveries.dead;
  if (refused > 0) lines.push(`${counted(refused, 'dead letter')}: somebody has to look at them. Nothing of them is lost.`);
  if (answers.parked > 0)
    lines.push(`${counted(answers.parked, 'answer waits', 'answers wait')} for a change of configuration in Salesforce.`);
  const waiting = answers.waiting + deliveries.waiting;
  const way = `${counted(waiting, 'is', 'are')} on the way to Salesforce; the oldest for ${lasting(status.lagSeconds)}.`;
  if (lines.length > 0) return { level: 'bad', title: 'Something needs attention.', lines: waiting > 0 ? [...lines, way] : lines };
  if (waiting === 0) return { level: 'well', title: 'All is well: everything that came in is in Salesforce.', lines: [] };
  if (status.lagSeconds > slowSeconds) return { level: 'bad', title: 'Answers wait longer than usual.', lines: [way] };
  return { level: 'busy', title: 'All is well: answers are being brought to Salesforce.', lines: [way] };
}

/** How a part is called in a sentence. */
export function partName(part: string): string {
  const [kind = '', ...name] = part.split(' ');
  const names: Readonly<Record<string, string>> = {
    org: 'Salesforce',
    store: 'Store',
    fields: 'Fields in Salesforce',
    invitations: 'Invitations',
    match: 'Matching',
    requests: 'Folder of requests',
    folder: `Folder ${name.join(' ')}`,
    source: `Source ${name.join(' ')}`,
    job: `Job ${name.join(' ')}`,
  };
  return names[kind] ?? part;
}
