import { acceptInto } from './acceptance.ts';
import { asStoredAnswer, storedAnswerColumns } from './answerRows.ts';
import { isEverything, partitionOf, scopeJson } from './partitions.ts';
import { digestOf } from './personKeys.ts';
import { isUnlinked, type AnswerStore, type PushOutcome, type Scope } from './ports/answers.ts';
import { figuresOf, stateCounts } from './figures.ts';
import { json, type Database, type GivenRow, type Sql, type SqlValue } from './sql.ts';

/** The part of the store that is about answers. */
export function answerStore(database: Database): AnswerStore {
  const { dialect } = database;
  return {
    accept(answers) {
      const receivedAt = new Date().toISOString();
      return database.write((sql) =>
        acceptInto(
          sql,
          answers.map((answer) => ({ answer, receivedAt })),
        ),
      );
    },

    async waiting(afterSequence, limit, scope = 'all') {
      const { condition, values } = inScope(database, scope, 3);
      const rows = await database.rows(
        `SELECT ${storedAnswerColumns} FROM answer
         WHERE state = 'waiting' AND load_id IS NULL AND sequence > $1 ${condition} ORDER BY sequence LIMIT $2`,
        afterSequence,
        limit,
        ...values,
      );
      return rows.map(asStoredAnswer);
    },

    async waitingCount(scope, atMost) {
      const { condition, values } = inScope(database, scope, 2);
      const [row] = await database.rows(
        `SELECT count(*) AS answers FROM
           (SELECT 1 AS one FROM answer WHERE state = 'waiting' AND load_id IS NULL ${condition} LIMIT $1) AS found`,
        atMost,
        ...values,
      );
      return Number(row?.['answers'] ?? 0);
    },

    async assign(assignments) {
      const rows = [...assignments].map(([sequence, assignment]) => ({
        sequence,
        assignment: JSON.stringify(assignment),
        account_key: assignment.accountPulse.key,
        partition: partitionOf(assignment.accountPulse.key),
        unlinked: isUnlinked(assignment) ? 1 : 0,
        person:
          assignment.contactPulse.contactId === undefined ? '' : digestOf(`contact:${assignment.contactPulse.contactId.slice(0, 15)}`),
      }));
      if (rows.length === 0) return;
      const columns = {
        sequence: 'integer',
        assignment: 'text',
        account_key: 'text',
        partition: 'integer',
        unlinked: 'integer',
        person: 'text',
      } as const;
      await database.write((sql) =>
        sql.runFor(
          columns,
          rows,
          (
            given,
          ) => `UPDATE answer SET assignment = given.assignment, account_key = given.account_key, partition = given.partition, unlinked = given.unlinked,
              person_keys = CASE WHEN given.person = '' OR person_keys = '?' OR person_keys LIKE '%' || given.person || '%' THEN person_keys
                ELSE trim(person_keys || ' ' || given.person) END
            FROM ${given} AS given WHERE answer.sequence = given.sequence`,
        ),
      );
    },

    async takeShards(prefixes, size) {
      if (prefixes.length === 0) return [];
      const wanted = new Map<string, number>();
      for (const prefix of prefixes) wanted.set(prefix, (wanted.get(prefix) ?? 0) + 1);
      const given = [...wanted]
        .map(([prefix, answers]) => ({ prefix, answers }))
        .sort((one, other) => (one.prefix < other.prefix ? -1 : 1));
      const rows = await database.write((sql) =>
        sql.rows(
          `INSERT INTO shard (prefix, answers)
           SELECT prefix, answers FROM ${dialect.given(1, { prefix: 'text', answers: 'integer' })} AS given WHERE true ORDER BY ordinal
           ON CONFLICT (prefix) DO UPDATE SET answers = shard.answers + excluded.answers RETURNING prefix, answers`,
          json(given),
        ),
      );
      const next = new Map(rows.map((row) => [String(row['prefix']), Number(row['answers'])]));
      for (const [prefix, answers] of wanted) next.set(prefix, (next.get(prefix) ?? answers) - answers);
      return prefixes.map((prefix) => {
        const taken = next.get(prefix) ?? 0;
        next.set(prefix, taken + 1);
        return Math.floor(taken / size);
      });
    },

    async finish(outcomes, worker) {
      if (outcomes.length > 0) await database.write((sql) => finishInto(sql, outcomes, worker));
    },

    pushAgain(since, source) {
      return database.write((sql) =>
        sql.run(
          `UPDATE answer SET state = 'waiting', error_code = NULL, error_reason = NULL, died_at = NULL
           WHERE received_at >= $1 AND state IN ('pushed', 'parked', 'dead') AND reduced = 0 ${source === undefined ? '' : 'AND source = $2'}`,
          since,
          ...(source === undefined ? [] : [source]),
        ),
      );
    },

    figures: () => figuresOf(database),
    counts: () => stateCounts(database),

    async refusals(limit) {
      const rows = await database.rows(
        `SELECT external_id, state, error_code, error_reason FROM answer WHERE state IN ('parked', 'dead') ORDER BY sequence LIMIT $1`,
        limit,
      );
      return rows.map((row) => ({
        externalId: String(row['external_id']),
        state: row['state'] === 'parked' ? 'parked' : 'dead',
        code: String(row['error_code']),
        reason: String(row['error_reason']),
      }));
    },
  };
}

/** A condition on the column `partition`, and its parameter; nothing where nothing is left out. */
export function inScope(database: Database, scope: Scope, parameter: number): { condition: string; values: readonly SqlValue[] } {
  if (isEverything(scope)) return { condition: '', values: [] };
  return { condition: `AND partition IN ${database.dialect.integers(parameter)}`, values: [scopeJson(scope)] };
}

const outcomeColumns = {
  sequence: 'integer',
  content_hash: 'text',
  state: 'text',
  code: 'text',
  reason: 'text',
  reasons: 'text',
} as const;

/**
 * Notes what became of answers. What was sent and is not the stored content any more makes the answer wait again, also when another
 * version was pushed meanwhile: the org may have the older one now.
 */
async function finishInto(sql: Sql, outcomes: readonly PushOutcome[], worker: string | undefined): Promise<void> {
  const rows = outcomes.map(outcomeRow).sort((one, other) => one.sequence - other.sequence);
  const [pushed, refused] = [rows.filter(({ state }) => state === 'pushed'), rows.filter(({ state }) => state !== 'pushed')];
  const lost = await lostPartitions(sql, worker);
  const isLost = lost.length === 0 ? '1 = 0' : `answer.partition IN (${lost.join(', ')})`;
  const current = 'answer.content_hash = given.content_hash';
  if (pushed.length > 0)
    await sql.runFor(
      outcomeColumns,
      pushed,
      (given) => `UPDATE answer SET
          pushed_hash = CASE WHEN ${isLost} THEN '' ELSE given.content_hash END,
          pushed_reasons = coalesce(given.reasons, CASE WHEN ${current} THEN answer.reasons ELSE answer.pushed_reasons END),
          error_code = CASE WHEN ${current} THEN NULL ELSE error_code END,
          error_reason = CASE WHEN ${current} THEN NULL ELSE error_reason END,
          died_at = CASE WHEN ${current} THEN NULL ELSE died_at END,
          load_id = CASE WHEN ${current} THEN NULL ELSE load_id END,
          state = CASE WHEN ${isLost} THEN 'waiting' WHEN ${current} THEN 'pushed' WHEN answer.state = 'pushed' THEN 'waiting'
            ELSE answer.state END
        FROM ${given} AS given WHERE answer.sequence = given.sequence`,
    );
  if (refused.length > 0)
    await sql.runFor(
      outcomeColumns,
      refused,
      (given, parameter) => `UPDATE answer SET state = given.state, error_code = given.code, error_reason = given.reason,
          died_at = ${parameter(1)}, load_id = NULL
        FROM ${given} AS given
        WHERE answer.sequence = given.sequence AND ${current} AND answer.state = 'waiting' AND NOT (${isLost})`,
      new Date().toISOString(),
    );
}

function outcomeRow({
  sequence,
  contentHash,
  state,
  error,
  reasons,
}: PushOutcome): GivenRow & { readonly sequence: number; readonly state: string } {
  return {
    sequence,
    content_hash: contentHash,
    state,
    code: error?.code ?? 'UNKNOWN',
    reason: error?.reason ?? '',
    reasons: reasons === undefined ? null : JSON.stringify(reasons),
  };
}

/** Partitions that are another worker's by now, or were since this one had them. */
async function lostPartitions(sql: Sql, worker: string | undefined): Promise<readonly number[]> {
  if (worker === undefined || !sql.dialect.shared) return [];
  const rows = await sql.rows('SELECT partition FROM partition_lease WHERE worker <> $1', worker);
  return rows.map((row) => Number(row['partition']));
}
