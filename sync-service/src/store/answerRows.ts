import type { Answer } from '../answer.ts';
import type { Assignment, StoredAnswer } from './ports/answers.ts';
import { optional, textOf, type Row } from './sql.ts';

/** The columns `asStoredAnswer` needs, for a SELECT from `answer`. */
export const storedAnswerColumns =
  'answer.sequence, answer.external_id, answer.content, answer.content_hash, answer.pushed_hash, answer.pushed_reasons, answer.assignment, answer.traceparent, answer.received_at';

/** A row of the answer table as the rest of the service sees it. The JSON was written by this service. */
export function asStoredAnswer(row: Row): StoredAnswer {
  const assignment = textOf(row['assignment']);
  return {
    sequence: Number(row['sequence']),
    externalId: String(row['external_id']),
    answer: JSON.parse(String(row['content'])) as Answer,
    contentHash: String(row['content_hash']),
    everPushed: row['pushed_hash'] !== null,
    receivedAt: String(row['received_at']),
    pushedReasons: textList(row['pushed_reasons']),
    ...optional('traceparent', row['traceparent']),
    ...(assignment === undefined ? {} : { assignment: JSON.parse(assignment) as Assignment }),
  };
}

function textList(value: unknown): readonly string[] {
  return typeof value === 'string' ? (JSON.parse(value) as string[]) : [];
}
