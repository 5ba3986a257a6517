import type { Answer } from '../answer.ts';
import { asStoredAnswer, storedAnswerColumns } from './answerRows.ts';
import type { AnswerState, Assignment } from './ports/answers.ts';
import type { KnownAnswer, LinkStore } from './ports/links.ts';
import { json, textOf, type Database, type Row } from './sql.ts';

/** What `asKnownAnswer` reads. */
export const knownColumns = 'sequence, external_id, state, pushed_hash, content, reduced, assignment';

/** The part of the store that is about whose answers they are. */
export function linkStore(database: Database): LinkStore {
  return {
    async unlinkedAnswers(afterSequence, limit) {
      const rows = await database.rows(
        `SELECT ${storedAnswerColumns} FROM answer
         WHERE unlinked = 1 AND state = 'pushed' AND reduced = 0 AND sequence > $1 ORDER BY sequence LIMIT $2`,
        afterSequence,
        limit,
      );
      return rows.map(asStoredAnswer);
    },

    async pushedAnswers(afterSequence, limit) {
      const rows = await database.rows(
        `SELECT ${knownColumns} FROM answer WHERE state = 'pushed' AND sequence > $1 ORDER BY sequence LIMIT $2`,
        afterSequence,
        limit,
      );
      return rows.map(asKnownAnswer);
    },

    async knownAnswers(externalIds) {
      const rows = await database.rows(
        `SELECT ${knownColumns} FROM answer WHERE external_id IN ${database.dialect.texts(1)}`,
        json(externalIds),
      );
      return rows.map(asKnownAnswer);
    },
  };
}

/** A row of `knownColumns` as an answer. */
export function asKnownAnswer(row: Row): KnownAnswer {
  const assignment = textOf(row['assignment']);
  const content = String(row['content']);
  return {
    sequence: Number(row['sequence']),
    externalId: String(row['external_id']),
    state: String(row['state']) as AnswerState | 'discarded',
    everPushed: row['pushed_hash'] !== null,
    ...(Number(row['reduced']) === 1 || content === '' ? {} : { answer: JSON.parse(content) as Answer }),
    ...(assignment === undefined ? {} : { assignment: JSON.parse(assignment) as Assignment }),
  };
}
