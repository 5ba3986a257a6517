import type { Answer } from '../answer.ts';
import { personKeysOf, plainAddress } from '../person.ts';
import { bodyOf } from './deliveryRows.ts';
import { digestOf, storedKeys } from './personKeys.ts';
import type { PrivacyStore } from './ports/privacy.ts';
import type { Assignment } from './ports/answers.ts';
import { json, type Database, type Row, type Sql } from './sql.ts';

/** Rows handled in one transaction: short enough not to hold others up. */
const batch = 2_000;

/** The part of the store that makes it know less. */
export function privacyStore(database: Database): PrivacyStore {
  return {
    async reduce(before) {
      const answers = await inBatches((limit) =>
        database.write((sql) =>
          sql.run(
            `UPDATE answer SET content = '', traceparent = NULL, reduced = 1 WHERE sequence IN (
               SELECT sequence FROM answer WHERE reduced = 0 AND state IN ('pushed', 'discarded') AND received_at < $1 LIMIT $2)`,
            before,
            limit,
          ),
        ),
      );
      const deliveries = await inBatches((limit) =>
        database.write((sql) =>
          sql.run(
            `UPDATE delivery SET body = '', encoding = 'utf8', delivery_id = NULL, traceparent = NULL, reduced = 1 WHERE id IN (
               SELECT id FROM delivery WHERE reduced = 0 AND state IN ('read', 'ignored', 'discarded') AND received_at < $1 LIMIT $2)`,
            before,
            limit,
          ),
        ),
      );
      return { deliveries, answers };
    },

    async forgetPerson(keys, words) {
      await computeMissingKeys(database);
      const done = await database.write(async (sql) => {
        const digests = keys.map(digestOf);
        const { answers, theirDigests, addresses } = await forgetAnswers(sql, digests);
        const deliveries = await forgetDeliveries(sql, [...new Set([...digests, ...theirDigests])], [...words, ...addresses]);
        await remember(sql, digests, new Date().toISOString());
        return { answers, deliveries };
      });
      await database.wipe();
      return done;
    },
  };
}

async function inBatches(work: (limit: number) => Promise<number>): Promise<number> {
  let all = 0;
  for (;;) {
    const done = await work(batch);
    all += done;
    if (done < batch) return all;
    // Others are let in between.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Answers stored by the first release have no keys yet. */
async function computeMissingKeys(database: Database): Promise<void> {
  await inBatches((limit) =>
    database.write(async (sql) => {
      const rows = await sql.rows(`SELECT sequence, content FROM answer WHERE person_keys = '?' LIMIT $1`, limit);
      const keys = rows.map((row) => ({
        sequence: Number(row['sequence']),
        keys: storedKeys(personKeysOf(JSON.parse(String(row['content'])) as Answer)),
      }));
      await sql.run(
        `UPDATE answer SET person_keys = given.keys FROM ${sql.dialect.given(1, { sequence: 'integer', keys: 'text' })} AS given
         WHERE answer.sequence = given.sequence`,
        json(keys),
      );
      return rows.length;
    }),
  );
}

/** A condition that holds for rows with one of the digests. @param from number of the first parameter */
function withAny(digests: readonly string[], from: number): string {
  return digests.length === 0 ? '1 = 0' : digests.map((_digest, index) => `person_keys LIKE $${from + index}`).join(' OR ');
}

interface Forgotten {
  readonly answers: number;
  /** Digests of these answers and of all their people. */
  readonly theirDigests: readonly string[];
  readonly addresses: readonly string[];
}

/** @returns also what their deliveries, which know nothing of contacts, are found by */
async function forgetAnswers(sql: Sql, digests: readonly string[]): Promise<Forgotten> {
  const gone = await sql.rows(
    `DELETE FROM answer WHERE ${withAny(digests, 1)} RETURNING external_id, person_keys, assignment, content`,
    ...digests.map((digest) => `%${digest}%`),
  );
  const ids = gone.map((row) => digestOf(String(row['external_id'])));
  await remember(sql, ids, new Date().toISOString());
  // Their pulses' keys hold a contact's id or the hash of an address. That the org has them is learnt again when it matters.
  const pulses = gone.flatMap((row) => contactPulseKey(row['assignment']));
  await sql.run(
    `DELETE FROM parent WHERE object = 'ContactPulse__c' AND key IN ${sql.dialect.texts(1)}`,
    json([...new Set(pulses)].sort()),
  );
  const people = gone.flatMap((row) => String(row['person_keys']).split(' '));
  const addresses = gone.flatMap((row) => addressIn(String(row['content'])));
  return { answers: gone.length, theirDigests: [...people.filter(isDigest), ...ids], addresses: [...new Set(addresses)] };
}

/** Nothing for an answer that was reduced to its keys. */
function addressIn(content: string): string[] {
  return content === '' ? [] : [plainAddress((JSON.parse(content) as Answer).text.email ?? '')];
}

function contactPulseKey(assignment: unknown): string[] {
  if (typeof assignment !== 'string') return [];
  const { contactPulse } = JSON.parse(assignment) as Assignment;
  return [contactPulse.key];
}

function isDigest(text: string): boolean {
  return /^[0-9a-f]{24}$/.test(text);
}

/** Most conditions of a statement. */
const digestsAtATime = 200;

/**
 * Deliveries that were read are known by their answers, which are stored; the others are searched for the words. One that still waits to
 * be read is left (other people's answers may be in it): the answers of the person in it are refused when it is read, and its body goes.
 */
async function forgetDeliveries(sql: Sql, digests: readonly string[], words: readonly string[]): Promise<number> {
  const read: Row[] = [];
  for (let start = 0; start < digests.length; start += digestsAtATime) {
    const some = digests.slice(start, start + digestsAtATime);
    const condition = `state <> 'waiting' AND (${withAny(some, 1)})`;
    read.push(...(await sql.rows(`SELECT id FROM delivery WHERE ${condition}`, ...some.map((digest) => `%${digest}%`))));
  }
  const texts = words.map((word) => word.trim().toLowerCase()).filter((word) => word !== '');
  const ids = new Set([...read.map((row) => Number(row['id'])), ...(texts.length === 0 ? [] : await deliveriesWith(sql, texts))]);
  return sql.run(`DELETE FROM delivery WHERE id IN ${sql.dialect.integers(1)}`, json([...ids]));
}

/** Looks through the bodies, a few at a time. */
async function deliveriesWith(sql: Sql, words: readonly string[]): Promise<readonly number[]> {
  const found: number[] = [];
  for (let after = 0; ;) {
    const rows = await sql.rows(
      `SELECT id, body, encoding FROM delivery WHERE id > $1 AND state <> 'waiting' AND reduced = 0 ORDER BY id LIMIT $2`,
      after,
      batch,
    );
    const last = rows.at(-1);
    if (last === undefined) return found;
    after = Number(last['id']);
    found.push(...rows.filter((row) => mentions(row, words)).map((row) => Number(row['id'])));
  }
}

/** As it stands there, as JSON may write its signs, or as a form does. */
function mentions(row: Row, words: readonly string[]): boolean {
  const text = bodyOf(row)
    .toString('utf8')
    .replaceAll(/\\u([0-9a-f]{4})/gi, (_escape, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .toLowerCase();
  return words.some((word) => text.includes(word) || text.includes(encodeURIComponent(word).toLowerCase()));
}

async function remember(sql: Sql, digests: readonly string[], now: string): Promise<void> {
  if (digests.length === 0) return;
  await sql.run(
    `INSERT INTO forgotten (digest, forgotten_at) SELECT given.digest, $2 FROM ${sql.dialect.given(1, { digest: 'text' })} AS given
     WHERE true ON CONFLICT (digest) DO UPDATE SET forgotten_at = excluded.forgotten_at`,
    json([...new Set(digests)].sort().map((digest) => ({ digest }))),
    now,
  );
}
