import { PulseError } from '../errors.ts';
import { bodyOf } from './deliveryRows.ts';
import { deletedInOrg, type DeadLetter, type DeadLetterFilter, type DeadLetterStore } from './ports/deadLetters.ts';
import { json, optional, storable, textOf, type Database, type Row, type SqlValue } from './sql.ts';

/** Both kinds as one table, in one order that does not change while somebody pages through it. */
const letters = `(
  SELECT 'answer:' || external_id AS id, 'answer' AS kind, 0 AS kind_order, sequence AS place, source, state,
    error_code AS code, error_reason AS reason, received_at, died_at, discarded_because, reduced
  FROM answer WHERE state IN ('parked', 'dead', 'discarded')
  UNION ALL
  SELECT 'delivery:' || id, 'delivery', 1, id, source, state, code, reason, received_at, died_at, discarded_because, reduced
  FROM delivery WHERE state IN ('dead', 'discarded')) AS letter`;

/** The part of the store that is about what cannot reach the org as it is. */
export function deadLetterStore(database: Database): DeadLetterStore {
  return {
    async deadLetters(filter, limit, after) {
      const { condition, values } = filtered(database, filter);
      const from = after === undefined ? undefined : await placeOf(database, after);
      const place =
        from === undefined
          ? ''
          : `AND (received_at, kind_order, place) > ($${values.length + 2}, $${values.length + 3}, $${values.length + 4})`;
      const rows = await database.rows(
        `SELECT * FROM ${letters} WHERE ${condition} ${place} ORDER BY received_at, kind_order, place LIMIT $${values.length + 1}`,
        ...values,
        limit,
        ...(from ?? []),
      );
      return rows.map(asDeadLetter);
    },

    async deadLetter(id) {
      const [row] = await database.rows(`SELECT * FROM ${letters} WHERE id = $1`, storable(id));
      if (row === undefined) return undefined;
      return { ...asDeadLetter(row), content: await contentOf(database, id) };
    },

    replayDeadLetters(filter) {
      // What was given up waits for nobody: it is replayed only when it is asked for.
      const asked = filter.ids !== undefined || filter.state !== undefined;
      const { condition, values } = filtered(database, filter);
      const chosen = `SELECT place FROM ${letters} WHERE ${condition} AND reduced = 0 ${asked ? '' : `AND state <> 'discarded'`}`;
      return database.write(async (sql) => {
        const answers = await sql.run(
          `UPDATE answer SET state = 'waiting', error_code = NULL, error_reason = NULL, died_at = NULL, discarded_because = NULL,
             pushed_hash = CASE WHEN error_code = '${deletedInOrg}' THEN NULL ELSE pushed_hash END,
             pushed_reasons = CASE WHEN error_code = '${deletedInOrg}' THEN '[]' ELSE pushed_reasons END
           WHERE sequence IN (${chosen} AND kind = 'answer')`,
          ...values,
        );
        const deliveries = await sql.run(
          `UPDATE delivery SET state = 'waiting', attempts = 0, not_before = NULL, code = NULL, reason = NULL, died_at = NULL,
             discarded_because = NULL
           WHERE id IN (${chosen} AND kind = 'delivery')`,
          ...values,
        );
        return answers + deliveries;
      });
    },

    async discardDeadLetter(id, why) {
      const [kind, key] = partsOf(id);
      const table = kind === 'answer' ? 'answer' : 'delivery';
      const condition = kind === 'answer' ? 'external_id = $1' : 'id = CAST($1 AS bigint)';
      const changed = await database.write((sql) =>
        sql.run(
          `UPDATE ${table} SET state = 'discarded', discarded_because = $2 WHERE ${condition} AND state IN ('parked', 'dead')`,
          key,
          storable(why),
        ),
      );
      return changed > 0;
    },

    unpark: () =>
      database.write((sql) =>
        sql.run(`UPDATE answer SET state = 'waiting', error_code = NULL, error_reason = NULL, died_at = NULL WHERE state = 'parked'`),
      ),
  };
}

function filtered(database: Database, filter: DeadLetterFilter): { condition: string; values: readonly SqlValue[] } {
  const values: SqlValue[] = [];
  const conditions = ['1 = 1'];
  const where = (text: (parameter: number) => string, value: SqlValue): void => {
    values.push(value);
    conditions.push(text(values.length));
  };
  if (filter.source !== undefined) where((place) => `source = $${place}`, filter.source);
  if (filter.code !== undefined) where((place) => `code = $${place}`, filter.code);
  if (filter.state !== undefined) where((place) => `state = $${place}`, filter.state);
  if (filter.open === true) conditions.push(`state <> 'discarded'`);
  if (filter.ids !== undefined) where((place) => `letter.id IN ${database.dialect.texts(place)}`, json(filter.ids));
  if (filter.since !== undefined) where((place) => `died_at >= $${place}`, filter.since);
  return { condition: conditions.join(' AND '), values };
}

function partsOf(id: string): readonly [kind: string, key: string] {
  const [kind, ...rest] = storable(id).split(':');
  const key = rest.join(':');
  if (kind === 'answer' && key !== '') return [kind, key];
  if (kind === 'delivery' && /^\d{1,15}$/.test(key)) return [kind, key];
  throw new PulseError(
    `"${id}" is no id of a dead letter: it is answer:<external id> or delivery:<number>, as \`dead-letters list\` shows it.`,
  );
}

/** Where a page ends; the row keeps its place when it is no dead letter any more. */
async function placeOf(database: Database, id: string): Promise<readonly [string, number, number]> {
  const [kind, key] = partsOf(id);
  const [row] =
    kind === 'answer'
      ? await database.rows('SELECT received_at, sequence AS place FROM answer WHERE external_id = $1', key)
      : await database.rows('SELECT received_at, id AS place FROM delivery WHERE id = CAST($1 AS bigint)', key);
  if (row === undefined) throw new PulseError(`There is no ${kind} ${key} to go on after. Start from the beginning of the list.`);
  return [String(row['received_at']), kind === 'answer' ? 0 : 1, Number(row['place'])];
}

async function contentOf(database: Database, id: string): Promise<string> {
  const [kind, key] = partsOf(id);
  if (kind === 'answer') {
    const [row] = await database.rows('SELECT content FROM answer WHERE external_id = $1', key);
    return textOf(row?.['content']) ?? '';
  }
  const [row] = await database.rows('SELECT body, encoding FROM delivery WHERE id = CAST($1 AS bigint)', key);
  return row === undefined ? '' : bodyOf(row).toString('utf8');
}

function asDeadLetter(row: Row): DeadLetter {
  const state = row['state'];
  return {
    id: String(row['id']),
    kind: row['kind'] === 'delivery' ? 'delivery' : 'answer',
    source: String(row['source']),
    state: state === 'parked' || state === 'discarded' ? state : 'dead',
    code: textOf(row['code']) ?? 'UNKNOWN',
    reason: textOf(row['reason']) ?? '',
    receivedAt: String(row['received_at']),
    diedAt: textOf(row['died_at']) ?? String(row['received_at']),
    ...optional('discardedBecause', row['discarded_because']),
  };
}
