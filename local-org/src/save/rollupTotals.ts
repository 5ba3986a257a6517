import type { FieldValue, FieldValues } from '../schema/types.ts';
import type { FormulaEnvironment } from './formulaRecord.ts';
import type { CompiledRollup, RollupGroup } from './rollupPlan.ts';

/** How a batch moves one parent's roll-ups, gathered over its children. */
export class ParentChange {
  /** For COUNT and SUM, by place in the group. */
  readonly added: number[];
  /** For MIN and MAX: the best value among added children. */
  readonly candidates: FieldValue[];
  /** For MIN and MAX: values that children took away or may have changed again since. */
  readonly removed: (Set<FieldValue> | undefined)[];
  readonly #group: RollupGroup;
  readonly #doubtful = new Set<number>();

  constructor(group: RollupGroup) {
    this.#group = group;
    this.added = group.rollups.map(() => 0);
    this.candidates = group.rollups.map(() => null);
    this.removed = [];
  }

  add(child: FieldValues, environment: FormulaEnvironment): void {
    this.#count(child, environment, 1);
  }

  remove(child: FieldValues, environment: FormulaEnvironment): void {
    this.#count(child, environment, -1);
  }

  /** Extremes that this child touches must be looked for again. */
  doubt(child: FieldValues, environment: FormulaEnvironment): void {
    this.#group.rollups.forEach((rollup, place) => {
      if ((rollup.operation === 'min' || rollup.operation === 'max') && rollup.matches(child, environment)) this.#doubtful.add(place);
    });
  }

  isDoubtful(place: number): boolean {
    return this.#doubtful.has(place);
  }

  #count(child: FieldValues, environment: FormulaEnvironment, sign: 1 | -1): void {
    const { rollups } = this.#group;
    for (let place = 0; place < rollups.length; place += 1) {
      const rollup = rollups[place];
      if (rollup?.matches(child, environment) !== true) continue;
      const value = rollup.value(child, environment);
      if (value === null) continue;
      if (rollup.operation === 'count' || rollup.operation === 'sum') {
        this.added[place] = (this.added[place] ?? 0) + sign * Number(value);
      } else if (sign === 1) {
        this.candidates[place] = better(rollup, this.candidates[place] ?? null, value);
      } else {
        (this.removed[place] ??= new Set()).add(value);
      }
    }
  }
}

/** The larger (MAX) or smaller (MIN) of two values; a blank loses. */
export function better(rollup: CompiledRollup, left: FieldValue, right: FieldValue): FieldValue {
  if (left === null) return right;
  if (right === null) return left;
  const rightIsLarger = right > left;
  return rightIsLarger === (rollup.operation === 'max') ? right : left;
}

/** A sum without the binary dust of adding decimals. */
export function tidy(rollup: CompiledRollup, sum: number): number {
  const factor = 10 ** rollup.scale;
  const scaled = sum * factor;
  return Number.isSafeInteger(Math.round(scaled)) ? Math.round(scaled) / factor : sum;
}

/** A roll-up worked out from scratch over all children of one parent. */
export function total(rollup: CompiledRollup, children: Iterable<FieldValues>, environment: FormulaEnvironment): FieldValue {
  const isNumber = rollup.operation === 'count' || rollup.operation === 'sum';
  let result: FieldValue = isNumber ? 0 : null;
  for (const child of children) {
    if (!rollup.matches(child, environment)) continue;
    const value = rollup.value(child, environment);
    if (value === null) continue;
    result = isNumber ? Number(result) + Number(value) : better(rollup, result, value);
  }
  return isNumber ? tidy(rollup, Number(result)) : result;
}
