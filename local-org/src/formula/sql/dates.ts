import { formatDate, localDay } from '../runtime/calendar.ts';
import { asMoment } from '../runtime/values.ts';
import type { TypedCallNode, TypedNode } from '../typedTree.ts';
import { matchedBranches } from './branches.ts';
import { emitNumber, rounded } from './numbers.ts';
import { argument, NotExact, type SqlEmitter, type SqlNumber } from './sqlEmitter.ts';

/** Dates to which days may be added without leaving the calendar. */
const EARLIEST = "'1000-01-01'";
const LATEST = "'8999-12-31'";
const MOST_DAYS = 350_000;
/** Days between any two dates of the calendar. */
const ALL_DAYS = 4_000_000;
const PARTS: Readonly<Record<string, (date: string) => string>> = {
  YEAR: (date) => `CAST(substr(${date}, 1, 4) AS INTEGER)`,
  MONTH: (date) => `CAST(substr(${date}, 6, 2) AS INTEGER)`,
  DAY: (date) => `CAST(substr(${date}, 9, 2) AS INTEGER)`,
  WEEKDAY: (date) => `(CAST(strftime('%w', ${date}) AS INTEGER) + 1)`,
};

/** A part of a formula that is a date, as `YYYY-MM-DD`. @throws NotExact */
export function emitDate(emitter: SqlEmitter, node: TypedNode): string {
  return emitter.deeper(() => {
    switch (node.kind) {
      case 'literal': {
        const day = asMoment(node.value);
        return day === null ? 'NULL' : emitter.binding.bind(formatDate(day));
      }
      case 'reference': {
        const source = emitter.source(node);
        return source.kind === 'column' ? source.sql : emitter.inside(source, () => emitDate(emitter, source.tree));
      }
      case 'call':
        return emitter.made(callDate(emitter, node));
    }
  });
}

function callDate(emitter: SqlEmitter, node: TypedCallNode): string {
  const { name } = node.definition;
  switch (name) {
    case 'TODAY':
      return emitter.binding.bindContext('today', ({ now, timeZone }) => formatDate(localDay(now, timeZone)));
    case 'DATEVALUE': {
      const value = argument(node, 0);
      if (value.type !== 'date') throw new NotExact(name);
      return emitDate(emitter, value);
    }
    case '+':
    case '-': {
      const [date, days] = argument(node, 0).type === 'date' ? [0, 1] : [1, 0];
      return shifted(emitter, argument(node, date), argument(node, days), name === '-');
    }
    case 'IF':
    case 'CASE': {
      const { cases, otherwise } = matchedBranches(emitter, node);
      const whens = cases.map(({ when, then }) => `WHEN ${when} THEN ${emitDate(emitter, then)}`);
      return `CASE ${whens.join(' ')} ELSE ${emitDate(emitter, otherwise)} END`;
    }
    case 'BLANKVALUE':
    case 'NULLVALUE':
      return `coalesce(${emitDate(emitter, argument(node, 0))}, ${emitDate(emitter, argument(node, 1))})`;
    default:
      throw new NotExact(name);
  }
}

/** A date some days later or earlier; parts of a day do not count. */
function shifted(emitter: SqlEmitter, dateNode: TypedNode, daysNode: TypedNode, back: boolean): string {
  const date = emitDate(emitter, dateNode);
  const days = rounded('TRUNC', emitNumber(emitter, daysNode), 0);
  const count = back ? `(- ${days.sql})` : days.sql;
  emitter.guard(`(${date} IS NULL OR ${date} BETWEEN ${EARLIEST} AND ${LATEST})`);
  if (days.bound > MOST_DAYS) emitter.guard(`(${days.sql} IS NULL OR ${days.sql} BETWEEN -${MOST_DAYS} AND ${MOST_DAYS})`);
  return `date(${date}, ${count} || ' days')`;
}

/** `date - date`, in days. */
export function daysBetween(emitter: SqlEmitter, node: TypedCallNode): SqlNumber {
  const [later, earlier] = [argument(node, 0), argument(node, 1)].map((date) => `unixepoch(${emitDate(emitter, date)})`);
  return { sql: `((${later ?? ''} - ${earlier ?? ''}) / 86400)`, scale: 0, bound: ALL_DAYS };
}

/** YEAR, MONTH, DAY and WEEKDAY of a date. */
export function datePart(emitter: SqlEmitter, node: TypedCallNode): SqlNumber {
  const { name } = node.definition;
  const part = PARTS[name];
  if (part === undefined) throw new NotExact(name);
  return { sql: part(emitDate(emitter, argument(node, 0))), scale: 0, bound: 9999 };
}

/** A part of a formula that is a date-time or a time, in milliseconds. @throws NotExact */
export function emitMoment(emitter: SqlEmitter, node: TypedNode): string {
  if (node.kind === 'literal') {
    const moment = asMoment(node.value);
    return moment === null ? 'NULL' : moment < 0 ? `(${moment})` : String(moment);
  }
  if (node.kind === 'reference') {
    const source = emitter.source(node);
    if (source.kind === 'column') return source.sql;
    return emitter.inside(source, () => emitMoment(emitter, source.tree));
  }
  if (node.definition.name === 'NOW') return emitter.binding.bindContext('now', ({ now }) => now);
  throw new NotExact(node.definition.name);
}
