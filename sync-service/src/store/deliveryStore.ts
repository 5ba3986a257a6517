import { hash } from 'node:crypto';
import { externalIdOf, type Answer } from '../answer.ts';
import { acceptInto, type Incoming } from './acceptance.ts';
import { inScope } from './answerStore.ts';
import { asStoredDelivery, bodyColumns, storedDeliveryColumns } from './deliveryRows.ts';
import { partitionOf } from './partitions.ts';
import { storedKeys } from './personKeys.ts';
import { personKeysOf } from '../person.ts';
import type { Acceptance } from './ports/answers.ts';
import type { DeliveryOutcome, DeliveryStore, NewDelivery } from './ports/deliveries.ts';
import { json, textOf, type Database, type GivenRow, type Row, type Sql } from './sql.ts';

/** A time to wait for that lies further ahead than this comes from a clock that was put back since: it is due. */
const longestWaitMs = 24 * 3_600_000;

/** Bodies handed out to be read at a time: large ones are not to fill the memory. */
const bytesAtATime = 2 * 1_048_576;

const columns = {
  source: 'text',
  via: 'text',
  delivery_id: 'text',
  content_type: 'text',
  body: 'text',
  bytes: 'integer',
  encoding: 'text',
  repetition_key: 'text',
  received_at: 'text',
  traceparent: 'text',
  partition: 'integer',
} as const;

/** The part of the store that is about deliveries and the positions of pulls. */
export function deliveryStore(database: Database): DeliveryStore {
  return {
    receive: (deliveries) => database.write((sql) => receiveInto(sql, deliveries)),

    receivePulled: (source, deliveries, cursor) =>
      database.write(async (sql) => {
        const results = await receiveInto(sql, deliveries);
        await sql.run(
          'INSERT INTO pull_cursor (source, value) VALUES ($1, $2) ON CONFLICT (source) DO UPDATE SET value = excluded.value',
          source,
          cursor,
        );
        return results;
      }),

    async cursor(source) {
      const [row] = await database.rows('SELECT value FROM pull_cursor WHERE source = $1', source);
      return textOf(row?.['value']);
    },

    async toRead(scope, now, limit, except = []) {
      const { condition, values } = inScope(database, scope, 6);
      const rows = await database.rows(
        `SELECT ${storedDeliveryColumns} FROM (
           SELECT id, sum(bytes) OVER (ORDER BY id) - bytes AS before FROM (
             SELECT id, bytes FROM delivery
             WHERE state = 'waiting' AND (not_before IS NULL OR not_before <= $1 OR not_before > $2)
               AND source NOT IN ${database.dialect.texts(5)} ${condition}
             ORDER BY id LIMIT $3) AS due) AS page
         JOIN delivery ON delivery.id = page.id WHERE page.before < $4 ORDER BY delivery.id`,
        now,
        new Date(Date.parse(now) + longestWaitMs).toISOString(),
        limit,
        bytesAtATime,
        json(except),
        ...values,
      );
      return rows.map(asStoredDelivery);
    },

    settleDeliveries: (outcomes) => database.write((sql) => settleInto(sql, outcomes)),
  };
}

/**
 * What makes a delivery a repetition: its id and the same bytes. The bytes count beside the id, since senders exist that give every
 * version of an answer one id. Without an id it is always a new one.
 */
function repetitionKey({ source, via, deliveryId, body }: NewDelivery): string | null {
  if (deliveryId === undefined) return null;
  // In one call rather than by an object of its own: every webhook passes here.
  return hash('sha256', Buffer.concat([Buffer.from(`${via}\n${source}\n${deliveryId}\n`), body]), 'base64url');
}

async function receiveInto(sql: Sql, deliveries: readonly NewDelivery[]): Promise<readonly ('new' | 'repeated')[]> {
  if (deliveries.length === 0) return [];
  const keys = deliveries.map(repetitionKey);
  const named = [...new Set(keys.filter((key) => key !== null))].sort();
  const known = new Set<string>();
  if (named.length > 0) {
    const found = await sql.rows(`SELECT repetition_key FROM delivery WHERE repetition_key IN ${sql.dialect.texts(1)}`, json(named));
    for (const row of found) known.add(String(row['repetition_key']));
  }
  const fresh: GivenRow[] = [];
  const results = deliveries.map((delivery, index) => {
    const key = keys[index] ?? null;
    if (key !== null && known.has(key)) return 'repeated';
    if (key !== null) known.add(key);
    fresh.push({
      source: delivery.source,
      via: delivery.via,
      delivery_id: delivery.deliveryId ?? null,
      content_type: delivery.contentType ?? null,
      ...bodyColumns(delivery.body),
      bytes: delivery.body.byteLength,
      repetition_key: key,
      received_at: delivery.receivedAt,
      traceparent: delivery.traceparent ?? null,
      partition: partitionOf(`${delivery.source}:${key ?? String(index)}:${delivery.receivedAt}`),
    });
    return 'new';
  });
  if (fresh.length > 0) await insert(sql, fresh);
  return results;
}

/** Another worker may store the same repetition at the same time: it is one row then, and this one counts as new all the same. */
async function insert(sql: Sql, rows: readonly GivenRow[]): Promise<void> {
  const names = Object.keys(columns).join(', ');
  await sql.runFor(
    columns,
    rows,
    (given) => `INSERT INTO delivery (${names}, state, attempts, person_keys, reduced)
      SELECT ${names}, 'waiting', 0, '', 0 FROM ${given} AS given WHERE true
      ON CONFLICT (repetition_key) DO NOTHING`,
  );
}

async function settleInto(sql: Sql, outcomes: readonly DeliveryOutcome[]): Promise<readonly (readonly Acceptance[])[]> {
  if (outcomes.length === 0) return [];
  const open = await openDeliveries(sql, outcomes);
  const settled = new Set(outcomes.filter(({ id }) => open.get(id)?.['state'] === 'waiting'));
  const incoming = [...settled].flatMap((outcome): Incoming[] => {
    const row = open.get(outcome.id);
    const from = { receivedAt: String(row?.['received_at']), traceparent: textOf(row?.['traceparent']) };
    return answersOf(outcome).map((answer) => ({ answer, ...from }));
  });
  const acceptances = await acceptInto(sql, incoming);
  let next = 0;
  const results = outcomes.map((outcome) => {
    if (settled.has(outcome)) return answersOf(outcome).map(() => acceptances[next++] ?? 'pending');
    // Somebody else settled it meanwhile (its answers are stored), or its person was forgotten.
    return answersOf(outcome).map(() => (open.has(outcome.id) ? 'pending' : 'forgotten'));
  });
  await noteOutcomes(
    sql,
    outcomes.map((outcome, index) => ({ outcome, acceptances: results[index] ?? [] })).filter(({ outcome }) => settled.has(outcome)),
  );
  return results;
}

function answersOf(outcome: DeliveryOutcome): readonly Answer[] {
  return 'answers' in outcome ? (outcome.answers ?? []) : [];
}

async function openDeliveries(sql: Sql, outcomes: readonly DeliveryOutcome[]): Promise<ReadonlyMap<string, Row>> {
  const rows = await sql.rows(
    `SELECT id, state, received_at, traceparent FROM delivery WHERE id IN ${sql.dialect.integers(1)} ORDER BY id ${sql.dialect.forUpdate}`,
    json(outcomes.map(({ id }) => Number(id))),
  );
  return new Map(rows.map((row) => [String(row['id']), row]));
}

const outcomeColumns = {
  id: 'integer',
  state: 'text',
  attempts: 'integer',
  not_before: 'text',
  code: 'text',
  reason: 'text',
  died_at: 'text',
  person_keys: 'text',
  reduced: 'integer',
} as const;

interface Settled {
  readonly outcome: DeliveryOutcome;
  readonly acceptances: readonly Acceptance[];
}

async function noteOutcomes(sql: Sql, settled: readonly Settled[]): Promise<void> {
  if (settled.length === 0) return;
  const now = new Date().toISOString();
  await sql.runFor(
    outcomeColumns,
    settled.map((one) => outcomeRow(one, now)),
    (given) => `UPDATE delivery SET state = given.state, attempts = delivery.attempts + given.attempts, not_before = given.not_before,
        code = given.code, reason = given.reason, died_at = given.died_at, person_keys = given.person_keys, reduced = given.reduced,
        body = CASE WHEN given.reduced = 1 THEN '' ELSE delivery.body END,
        encoding = CASE WHEN given.reduced = 1 THEN 'utf8' ELSE delivery.encoding END
      FROM ${given} AS given WHERE delivery.id = given.id`,
  );
}

function outcomeRow({ outcome, acceptances }: Settled, now: string): GivenRow {
  // What somebody who was forgotten said is not kept in its payload either; what others said in it is stored.
  const isOfForgotten = acceptances.includes('forgotten');
  const row = {
    id: Number(outcome.id),
    attempts: 0,
    not_before: null,
    code: null,
    reason: null,
    died_at: null,
    // Of its answers too: a version without its person's address is found by the answer it is of.
    person_keys: storedKeys([...new Set(answersOf(outcome).flatMap((answer) => [...personKeysOf(answer), externalIdOf(answer)]))]),
    reduced: 0,
  };
  switch (outcome.kind) {
    case 'read':
      return { ...row, state: 'read', ...(outcome.reduce === true || isOfForgotten ? { reduced: 1, person_keys: '' } : {}) };
    case 'ignored':
      return { ...row, state: 'ignored', reason: outcome.reason };
    case 'dead':
      return { ...row, state: 'dead', code: outcome.code, reason: outcome.reason, died_at: now };
    case 'later':
      return { ...row, state: 'waiting', attempts: 1, not_before: outcome.notBefore, reason: outcome.reason };
  }
}
