import type { Expected, FlowCase, Step, Values } from './flowCase.ts';
import { changed } from './names.ts';

const DAY_MS = 86_400_000;
const MOMENT = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/gu;
const DATE = /(?<![\d-])\d{4}-\d\d-\d\d(?![\dT-])/gu;

/**
 * The case, its dates moved by whole days so that it plays today: for orgs
 * whose clock cannot be moved. Times of day stay, so results that are counted
 * from now differ by less than a day.
 * @param now epoch milliseconds; the case's own now is at it, or up to a day before: on the day before where its time of day is still to come
 */
export function playedToday(flowCase: FlowCase, now: number): FlowCase {
  const days = Math.floor((now - Date.parse(flowCase.given.now)) / DAY_MS);
  const move = (text: string): string => moved(text, days);
  const values = (row: Values): Values => changed(row, move);
  const { given, expected } = flowCase;
  return {
    ...flowCase,
    given: { ...given, now: move(given.now), steps: given.steps.map((step) => movedStep(step, values, move)) },
    expected: {
      ...expected,
      ...(expected.outputs === undefined ? {} : { outputs: expected.outputs.map(values) }),
      queries: expected.queries.map(({ soql, rows }) => ({ soql: move(soql), rows: rows.map(values) })),
    },
  };
}

function movedStep(step: Step, values: (row: Values) => Values, move: (text: string) => string): Step {
  if ('values' in step) return { ...step, values: values(step.values) };
  if ('rows' in step) return { ...step, rows: step.rows.map(values) };
  if ('inputs' in step) return { ...step, inputs: values(step.inputs) };
  return 'now' in step ? { now: move(step.now) } : step;
}

function moved(text: string, days: number): string {
  const shift = (iso: string): Date => new Date(Date.parse(iso) + days * DAY_MS);
  return text
    .replaceAll(MOMENT, (moment) => shift(moment).toISOString().replace('.000Z', 'Z'))
    .replaceAll(DATE, (date) => shift(`${date}T00:00:00Z`).toISOString().slice(0, 10));
}

/** An auto-number: an org that has seen other cases counts on. */
const NUMBER = /\b[A-Z]{2}-\d{6,}\b/gu;

/** The actual rows, with each date and moment that is less than a day from the expected one, and each auto-number, made equal to it. */
export function withinADay(actual: Expected['queries'], expected: Expected['queries']): Expected['queries'] {
  return actual.map(({ soql, rows }, place) => ({ soql, rows: rowsWithinADay(rows, expected[place]?.rows ?? []) }));
}

/** @see withinADay */
export function rowsWithinADay(actual: readonly Values[], expected: readonly Values[]): Values[] {
  return actual.map((row, place) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, nearest(value, expected[place]?.[name])])),
  );
}

function nearest(actual: Values[string], expected: Values[string] | undefined): Values[string] {
  if (typeof actual !== 'string' || typeof expected !== 'string') return actual;
  if (actual.replaceAll(NUMBER, '') === expected.replaceAll(NUMBER, '')) return expected;
  const [from, to] = [Date.parse(actual), Date.parse(expected)];
  return /^\d{4}-\d\d-\d\d/u.test(actual) && Math.abs(from - to) <= DAY_MS ? expected : actual;
}
