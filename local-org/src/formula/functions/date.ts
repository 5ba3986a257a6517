import {
  addMonths,
  checkedMoment,
  dayOfYear,
  fromEpochDay,
  isoWeek,
  localDay,
  MS_PER_DAY,
  modulo,
  toEpochDay,
  weekday,
  type Day,
} from '../runtime/calendar.ts';
import { multiply, roundTo, toCount, toDouble, type Num } from '../runtime/numbers.ts';
import { asMoment, asText, type Value } from '../runtime/values.ts';
import type { FormulaContext, FormulaType } from '../types.ts';
import { constant, read, ternary, unary } from './build.ts';
import { checkCount, checkType, type FunctionDefinition } from './definition.ts';
import { formatDuration } from './duration.ts';
import { parseDate, parseDateTime, parseTime } from './parseDates.ts';

/** A function of one date, text, ... that turns each type in its own way; blank in, blank out. */
function conversion(
  name: string,
  accepted: readonly FormulaType[],
  result: FormulaType | 'same',
  run: (value: Value, type: FormulaType, context: FormulaContext) => Value,
): FunctionDefinition {
  return {
    name,
    check(site) {
      checkCount(site, 1);
      const type = checkType(site, 0, ...accepted);
      return result === 'same' ? type : result;
    },
    emit(args, nodes) {
      const value = read('any', args[0]);
      const type = nodes[0]?.type ?? 'null';
      return (values, context) => {
        const input = value(values, context);
        return input === null || input === '' ? null : run(input, type, context);
      };
    },
  };
}

function partOfDay(name: string, divisor: number, size: number): FunctionDefinition {
  return unary(name, 'time', 'number', (time) => (time === null ? null : Math.floor(time / divisor) % size));
}

function partOfDate(name: string, pick: (day: Day) => number): FunctionDefinition {
  return unary(name, 'date', 'number', (date) => (date === null ? null : pick(fromEpochDay(date))));
}

function ofDate(name: string, run: (epochDay: number) => number): FunctionDefinition {
  return conversion(name, ['date', 'datetime'], 'number', (value, type) => {
    const moment = asMoment(value);
    if (moment === null) return null;
    return run(type === 'datetime' ? Math.floor(moment / MS_PER_DAY) : moment);
  });
}

const months: FunctionDefinition = {
  name: 'ADDMONTHS',
  check(site) {
    checkCount(site, 2);
    checkType(site, 1, 'number');
    return checkType(site, 0, 'date', 'datetime');
  },
  emit(args, nodes) {
    const start = read('any', args[0]);
    const count = read('number', args[1]);
    const isDate = nodes[0]?.type === 'date';
    return (values, context) => {
      const from = asMoment(start(values, context));
      const by = count(values, context);
      if (from === null || by === null) return null;
      if (isDate) return addMonths(from, toCount(by));
      return addMonths(Math.floor(from / MS_PER_DAY), toCount(by)) * MS_PER_DAY + modulo(from, MS_PER_DAY);
    };
  },
};

const durations: FunctionDefinition = {
  name: 'FORMATDURATION',
  check(site) {
    checkCount(site, 1, 2);
    const first = checkType(site, 0, ...(site.args.length === 1 ? (['number'] as const) : (['number', 'time', 'datetime'] as const)));
    if (site.args.length === 2) checkType(site, 1, first === 'number' ? 'boolean' : first);
    return 'text';
  },
  emit(args, nodes) {
    const first = read('any', args[0]);
    const second = read('any', args[1]);
    const type = nodes[0]?.type ?? 'null';
    return (values, context) => formatDuration(type, first(values, context), second(values, context));
  },
};

function seconds(value: Num): number {
  return toDouble(roundTo(multiply(value, 1000), 0, 'down'));
}

export const dateFunctions: readonly FunctionDefinition[] = [
  constant('TODAY', 'date', (context) => localDay(context.now, context.timeZone)),
  constant('NOW', 'datetime', (context) => context.now),
  constant('TIMENOW', 'time', (context) => modulo(context.now, MS_PER_DAY)),
  ternary('DATE', ['number', 'number', 'number'], 'date', (year, month, day) =>
    year === null || month === null || day === null ? null : toEpochDay(toCount(year), toCount(month), toCount(day)),
  ),
  conversion('DATEVALUE', ['datetime', 'text', 'date'], 'date', (value, type, context) => {
    const moment = asMoment(value);
    if (moment === null) return parseDate(asText(value) ?? '');
    return type === 'datetime' ? localDay(moment, context.timeZone) : moment;
  }),
  conversion('DATETIMEVALUE', ['text', 'datetime', 'date'], 'datetime', (value, type) => {
    const moment = asMoment(value);
    if (moment === null) return parseDateTime(asText(value) ?? '');
    return type === 'date' ? moment * MS_PER_DAY : moment;
  }),
  conversion('TIMEVALUE', ['text', 'datetime', 'time'], 'time', (value) => {
    const moment = asMoment(value);
    return moment === null ? parseTime(asText(value) ?? '') : modulo(moment, MS_PER_DAY);
  }),
  partOfDate('YEAR', (day) => day.year),
  partOfDate('MONTH', (day) => day.month),
  partOfDate('DAY', (day) => day.day),
  unary('WEEKDAY', 'date', 'number', (date) => (date === null ? null : weekday(date))),
  unary('DAYOFYEAR', 'date', 'number', (date) => (date === null ? null : dayOfYear(date))),
  ofDate('ISOWEEK', (day) => isoWeek(day).week),
  ofDate('ISOYEAR', (day) => isoWeek(day).year),
  months,
  partOfDay('HOUR', 3_600_000, 24),
  partOfDay('MINUTE', 60_000, 60),
  partOfDay('SECOND', 1000, 60),
  partOfDay('MILLISECOND', 1, 1000),
  conversion('UNIXTIMESTAMP', ['date', 'datetime', 'time'], 'number', (value, type) => {
    const moment = asMoment(value);
    if (moment === null) return null;
    return type === 'date' ? (moment * MS_PER_DAY) / 1000 : Math.floor(moment / 1000);
  }),
  unary('FROMUNIXTIME', 'number', 'datetime', (value) => (value === null ? null : checkedMoment(seconds(value)))),
  durations,
];
