import type { RatingRule } from './mappingSchema.ts';
import { shown } from './shown.ts';

/** A rating, `null` for none, or why the cell is not one. */
export type RatingResult = { readonly rating: number | null } | { readonly problem: string };

/** Reads a cell that is not blank. */
export type ReadRating = (cell: string) => RatingResult;

/** Turns a cell into an integer 0 to 10 by the rule's value map, its scale, or as it stands. */
export function ratingReader(rule: RatingRule): ReadRating {
  if (rule.values !== undefined) return byValues(rule.values);
  if (rule.scale !== undefined) return byScale(rule.scale);
  return (cell) => integerRating(cell, numberIn(cell));
}

function byValues(values: Readonly<Record<string, number | null>>): ReadRating {
  const known = new Map(Object.entries(values).map(([value, rating]) => [value.trim().toLowerCase(), rating]));
  return (cell) => {
    const rating = known.get(cell.trim().toLowerCase());
    return rating === undefined ? { problem: `rating ${shown(cell)} is not among the values of the mapping` } : { rating };
  };
}

function byScale({ from, to, round }: NonNullable<RatingRule['scale']>): ReadRating {
  const [low, high] = from[0] < from[1] ? from : [from[1], from[0]];
  return (cell) => {
    const given = numberIn(cell);
    if (given === undefined) return { problem: `rating ${shown(cell)} is not a number` };
    if (given < low || given > high) return { problem: `rating ${shown(cell)} is not between ${low} and ${high}` };
    const scaled = to[0] + ((given - from[0]) * (to[1] - to[0])) / (from[1] - from[0]);
    return integerRating(cell, round === undefined ? scaled : Math.floor(scaled + 0.5));
  };
}

function integerRating(cell: string, value: number | undefined): RatingResult {
  if (value === undefined) return { problem: `rating ${shown(cell)} is not a number` };
  if (!Number.isInteger(value)) return { problem: `rating ${shown(cell)} is not a whole number` };
  if (value < 0 || value > 10) return { problem: `rating ${shown(cell)} is not between 0 and 10` };
  return { rating: value === 0 ? 0 : value };
}

/** A plain decimal number; `undefined` for anything else. */
export function numberIn(cell: string): number | undefined {
  const text = cell.trim();
  return /^[+-]?\d{1,15}(\.\d{1,15})?$/.test(text) ? Number(text) : undefined;
}
