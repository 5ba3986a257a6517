import type { Answer } from '../../answer.ts';
import type { Assignment, StoredAnswer } from '../store.ts';

/** A row of the answer table as the rest of the service sees it. The JSON was written by this service. */
export function asStoredAnswer(row: Record<string, unknown>): StoredAnswer {
  const assignment = textOrNull(row['assignment']);
  return {
    sequence: Number(row['sequence']),
    externalId: String(row['external_id']),
    answer: JSON.parse(String(row['content'])) as Answer,
    contentHash: String(row['content_hash']),
    everPushed: row['pushed_hash'] !== null,
    ...(assignment === null ? {} : { assignment: JSON.parse(assignment) as Assignment }),
  };
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
