import { DateTime } from 'luxon';

/** Years whose changes of clocks are kept to the minute; before and after them the nearest offset holds. */
const FIRST_YEAR = 1990;
const LAST_YEAR = 2060;
/** Characters of a moment's SQL that may be repeated. */
const LONGEST = 200;
const MINUTE = 60_000;
const DAY = 86_400_000;

/** From `start` (epoch ms) on clocks are `offset` ms ahead of UTC. */
interface Offset {
  readonly start: number;
  readonly offset: number;
}

const known = new Map<string, string>();

/**
 * The SQL of a moment's local time as milliseconds: what a clock in the zone shows, counted as if in UTC.
 * Pure SQL (a search among the zone's changes), because a call for each record costs ten times as much.
 * @param sql epoch milliseconds
 * @param zone IANA name
 */
export function localMillis(sql: string, zone: string): string {
  const offset = offsetSql(zone);
  if (offset === '0') return `(${sql})`;
  // What is long is computed once rather than written down for every change.
  if (sql.length > LONGEST) return `(SELECT moment + ${offset.replaceAll('@', 'moment')} FROM (SELECT ${sql} AS moment))`;
  return `((${sql}) + ${offset.replaceAll('@', sql)})`;
}

/** The offset with `@` for the moment. */
function offsetSql(zone: string): string {
  let sql = known.get(zone);
  if (sql === undefined) known.set(zone, (sql = searchSql(offsetsOf(zone))));
  return sql;
}

function searchSql(offsets: readonly Offset[]): string {
  const [first] = offsets;
  if (offsets.length < 2) return String(first?.offset ?? 0);
  const middle = Math.floor(offsets.length / 2);
  const at = offsets[middle];
  return `CASE WHEN @ < ${String(at?.start ?? 0)} THEN ${searchSql(offsets.slice(0, middle))} ELSE ${searchSql(offsets.slice(middle))} END`;
}

/** The zone's offsets one after the other, found month by month and then by halving. */
function offsetsOf(zone: string): readonly Offset[] {
  const offsetAt = (moment: number): number => DateTime.fromMillis(moment, { zone }).offset * MINUTE;
  const end = Date.UTC(LAST_YEAR, 0, 1);
  let moment = Date.UTC(FIRST_YEAR, 0, 1);
  let offset = offsetAt(moment);
  const offsets: Offset[] = [{ start: Number.MIN_SAFE_INTEGER, offset }];
  while (moment < end) {
    const next = moment + 20 * DAY;
    const after = offsetAt(next);
    if (after !== offset) {
      offsets.push({ start: changeBetween(moment, next, offset, offsetAt), offset: after });
      offset = after;
    }
    moment = next;
  }
  return offsets;
}

function changeBetween(from: number, to: number, offset: number, offsetAt: (moment: number) => number): number {
  let [low, high] = [from, to];
  while (high - low > MINUTE) {
    const middle = low + Math.floor((high - low) / 2 / MINUTE) * MINUTE;
    if (offsetAt(middle) === offset) low = middle;
    else high = middle;
  }
  return high;
}
