import { canonicalJson, contentHash, externalIdOf, type Answer } from '../answer.ts';
import { personKeysOf } from '../person.ts';
import { partitionOf } from './partitions.ts';
import { digestOf } from './personKeys.ts';
import type { Acceptance } from './ports/answers.ts';
import { Conflict, json, storable, textOf, type ColumnType, type GivenRow, type Row, type Sql } from './sql.ts';

/** An answer as it came in, with where it came from. */
export interface Incoming {
  readonly answer: Answer;
  /** ISO 8601, UTC. */
  readonly receivedAt: string;
  readonly traceparent?: string | undefined;
}

/** What is to be written, and whether the answer is there already. */
interface Slot {
  stored: Row | undefined;
  write: 'insert' | 'replace' | 'wake' | undefined;
  values: Values;
  /** The answer the values are of. */
  answer: Answer;
  /** A version that waited before: it may be on its way to the org, or there without our knowing. */
  readonly mayBeSent: boolean;
  /** Reasons the org may have of the versions so far. */
  oldReasons: string | null;
  /** Whose it was by the versions so far, and the contact it was matched to: no version makes it lose its person. */
  readonly oldKeys: readonly string[];
}

type Values = Readonly<Record<Exclude<keyof typeof columns, 'person_keys'>, string | number | null>>;

/** Columns of a version, as it comes in. */
const columns = {
  external_id: 'text',
  source: 'text',
  content: 'text',
  content_hash: 'text',
  reasons: 'text',
  updated_at: 'text',
  received_at: 'text',
  state: 'text',
  partition: 'integer',
  person_keys: 'text',
  traceparent: 'text',
} as const satisfies Record<string, ColumnType>;

/**
 * Stores answers inside the caller's transaction: the rules by which a delivered answer meets what is stored.
 * @returns one acceptance for each, in order
 */
export async function acceptInto(sql: Sql, incoming: readonly Incoming[]): Promise<readonly Acceptance[]> {
  if (incoming.length === 0) return [];
  const rows = incoming.map((one) => ({ one, values: valuesOf(one) }));
  const keys = [...new Set(rows.map(({ values }) => String(values.external_id)))].sort();
  const stored = await storedAnswers(sql, keys);
  const forgotten = await forgottenAmong(sql, rows);
  const slots = new Map<string, Slot>();
  const acceptances = rows.map(({ one, values }): Acceptance => {
    const key = String(values.external_id);
    if (forgotten(key, one)) return 'forgotten';
    const slot = slots.get(key) ?? newSlot(stored.get(key), values, one.answer);
    slots.set(key, slot);
    return meet(slot, values, one.answer);
  });
  await write(sql, written(sql, slots));
  return acceptances;
}

/** In the order of arrival; where several workers write at once in that of the keys, for two that insert the same answers the other way round would wait for each other. */
function written({ dialect }: Sql, slots: ReadonlyMap<string, Slot>): readonly Slot[] {
  if (dialect.forUpdate === '') return [...slots.values()];
  return [...slots].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, slot]) => slot);
}

function newSlot(stored: Row | undefined, values: Values, answer: Answer): Slot {
  return {
    stored,
    write: undefined,
    values,
    answer,
    mayBeSent: stored?.['state'] === 'waiting',
    oldReasons: reasonsSoFar(stored),
    oldKeys: (textOf(stored?.['person_keys']) ?? '').split(' ').filter((key) => key !== '' && key !== '?'),
  };
}

/** How far a platform's clock may be ahead of ours. */
const aheadMs = 24 * 60 * 60 * 1000;

/**
 * When a version was made, as far as it decides which is newer: a time far in the future counts as the time of arrival, so that one
 * wrong time does not shut out every later version.
 */
function credible(updatedAt: string | null, receivedAt: string): string | null {
  return updatedAt !== null && Date.parse(updatedAt) - Date.parse(receivedAt) > aheadMs ? receivedAt : updatedAt;
}

function valuesOf({ answer, receivedAt, traceparent }: Incoming): Values {
  const content = canonicalJson(answer);
  const externalId = storable(externalIdOf(answer));
  return {
    external_id: externalId,
    source: answer.source,
    content,
    content_hash: contentHash(content),
    reasons: answer.reasons === undefined ? null : JSON.stringify(answer.reasons),
    updated_at: credible(answer.updatedAt ?? null, receivedAt),
    received_at: receivedAt,
    state: 'waiting',
    partition: partitionOf(externalId),
    traceparent: traceparent ?? null,
  };
}

async function storedAnswers(sql: Sql, keys: readonly string[]): Promise<ReadonlyMap<string, Row>> {
  const rows = await sql.rowsFor(
    { key: 'text' },
    keys.map((key) => ({ key })),
    (given) => `SELECT answer.sequence, answer.external_id, answer.content_hash, answer.updated_at, answer.state, answer.pushed_hash,
        answer.reasons, answer.pushed_reasons, answer.person_keys
      FROM ${given} AS given JOIN answer ON answer.external_id = given.key
      ORDER BY answer.external_id ${sql.dialect.forUpdate === '' ? '' : 'FOR UPDATE OF answer'}`,
  );
  return new Map(rows.map((row) => [String(row['external_id']), row]));
}

/** Who was forgotten: an answer by its key for ever, a person for what came in before they were forgotten. */
async function forgottenAmong(
  sql: Sql,
  rows: readonly { readonly one: Incoming; readonly values: Values }[],
): Promise<(key: string, one: Incoming) => boolean> {
  const [any] = await sql.rows('SELECT 1 AS found FROM forgotten LIMIT 1');
  if (any === undefined) return () => false;
  const digests = rows.flatMap(({ one, values }) => [digestOf(String(values.external_id)), ...personKeysOf(one.answer).map(digestOf)]);
  const found = await sql.rows(
    `SELECT digest, forgotten_at FROM forgotten WHERE digest IN ${sql.dialect.texts(1)}`,
    json([...new Set(digests)]),
  );
  const since = new Map(found.map((row) => [String(row['digest']), String(row['forgotten_at'])]));
  return (key, { answer, receivedAt }) =>
    since.has(digestOf(key)) || personKeysOf(answer).some((person) => receivedAt < (since.get(digestOf(person)) ?? ''));
}

/** Decides about one version, and notes in the slot what is to be written. */
function meet(slot: Slot, values: Values, answer: Answer): Acceptance {
  if (slot.stored === undefined) {
    slot.stored = { ...values, pushed_hash: null };
    slot.write = 'insert';
    return 'new';
  }
  const { stored } = slot;
  if (stored['content_hash'] === values.content_hash) return meetSame(slot);
  // Times of change decide where both versions have one; else the later delivery is the newer.
  const storedUpdate = textOf(stored['updated_at']);
  if (typeof values.updated_at === 'string' && storedUpdate !== undefined && values.updated_at < storedUpdate) return 'outdated';
  // Back to what the org already has (two versions of one answer in a file that is read again): nothing to push, unless the version
  // between them was stored before and so may be on its way.
  const state = stored['pushed_hash'] === values.content_hash && !slot.mayBeSent ? 'pushed' : 'waiting';
  slot.values = { ...values, state };
  slot.answer = answer;
  slot.stored = { ...stored, ...slot.values };
  slot.write = slot.write === 'insert' ? 'insert' : 'replace';
  return 'changed';
}

/** An answer that was refused gets another try when somebody delivers it again: perhaps the org was corrected. One given up stays so. */
function meetSame(slot: Slot): Acceptance {
  const state = slot.stored?.['state'];
  if (state === 'pushed' || state === 'discarded') return 'unchanged';
  if (state !== 'waiting') {
    slot.stored = { ...slot.stored, state: 'waiting' };
    slot.write ??= 'wake';
  }
  return 'pending';
}

async function write(sql: Sql, slots: readonly Slot[]): Promise<void> {
  const inserted = slots.filter((slot) => slot.write === 'insert');
  const replaced = slots.filter((slot) => slot.write === 'replace');
  const woken = slots.filter((slot) => slot.write === 'wake').map((slot) => slot.values.external_id);
  if (inserted.length > 0) await insert(sql, inserted.map(rowOf));
  if (replaced.length > 0)
    await replace(
      sql,
      replaced.map((slot) => ({ ...rowOf(slot), pushed_reasons: slot.oldReasons })),
    );
  if (woken.length > 0)
    await sql.run(
      `UPDATE answer SET state = 'waiting', error_code = NULL, error_reason = NULL, died_at = NULL
       WHERE external_id IN ${sql.dialect.texts(1)} AND state IN ('parked', 'dead')`,
      json(woken),
    );
}

function rowOf({ values, answer, oldKeys }: Slot): GivenRow {
  return { ...values, person_keys: [...new Set([...personKeysOf(answer).map(digestOf), ...oldKeys])].join(' ') };
}

async function insert(sql: Sql, rows: readonly GivenRow[]): Promise<void> {
  const names = Object.keys(columns).join(', ');
  const inserted = await sql.runFor(
    columns,
    rows,
    (given) => `INSERT INTO answer (${names}, reduced) SELECT ${names}, 0 FROM ${given} AS given WHERE true
      ON CONFLICT (external_id) DO NOTHING`,
  );
  // Another worker stored one of them just now: met again from the start, it is not new any more.
  if (inserted < rows.length) throw new Conflict('an answer was stored by another worker');
}

async function replace(sql: Sql, rows: readonly GivenRow[]): Promise<void> {
  await sql.runFor(
    { ...columns, pushed_reasons: 'text' },
    rows,
    (given) => `UPDATE answer SET content = given.content, content_hash = given.content_hash, reasons = given.reasons,
        updated_at = given.updated_at, received_at = given.received_at, state = given.state, person_keys = given.person_keys,
        traceparent = given.traceparent, pushed_reasons = given.pushed_reasons, error_code = NULL, error_reason = NULL, died_at = NULL,
        discarded_because = NULL, reduced = 0, load_hash = NULL,
        account_key = CASE WHEN pushed_hash IS NULL THEN NULL ELSE account_key END,
        assignment = CASE WHEN pushed_hash IS NULL THEN NULL ELSE assignment END,
        partition = CASE WHEN pushed_hash IS NULL OR assignment IS NULL THEN given.partition ELSE answer.partition END
      FROM ${given} AS given WHERE answer.external_id = given.external_id`,
  );
}

/** The version that is replaced may be in the org although nobody could note it: its reasons count as pushed. */
function reasonsSoFar(stored: Row | undefined): string | null {
  const lists = [textOf(stored?.['reasons']), textOf(stored?.['pushed_reasons'])].filter((list) => list !== undefined);
  return lists.length === 0 ? null : JSON.stringify([...new Set(lists.flatMap((list) => JSON.parse(list) as string[]))]);
}
