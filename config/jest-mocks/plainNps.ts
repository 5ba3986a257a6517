/** The same figures worked out another way: answer by answer, by their definitions. */
import fc from 'fast-check';
import type { NpsCounts } from 'c/npsMath';

/** Answers coded 1 (promoter), 0 and -1 (detractor). */
export type Codes = readonly (1 | 0 | -1)[];

export const codes = fc.array(fc.constantFrom<1 | 0 | -1>(1, 0, -1), { maxLength: 60 });
export const someCodes = fc.array(fc.constantFrom<1 | 0 | -1>(1, 0, -1), { minLength: 1, maxLength: 60 });
export const ratings = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 2, maxLength: 40 });

export function countsOf(answers: Codes): NpsCounts {
  return {
    promoters: answers.filter((code) => code === 1).length,
    detractors: answers.filter((code) => code === -1).length,
    rated: answers.length,
  };
}

export function mean(values: readonly number[]): number {
  return total(values) / values.length;
}

/** The mean squared distance from the mean. */
export function populationVariance(values: readonly number[]): number {
  const centre = mean(values);
  return mean(values.map((value) => (value - centre) ** 2));
}

export function sampleVariance(values: readonly number[]): number {
  return (populationVariance(values) * values.length) / (values.length - 1);
}

export function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** Four times each answer, and then the three added ones, four times: 3 promoters, 3 detractors, 6 passives. */
export function withAdded(answers: Codes): number[] {
  const added = [1, 1, 1, -1, -1, -1, 0, 0, 0, 0, 0, 0];
  return [...answers.flatMap((code) => [code, code, code, code]), ...added];
}

/** The area under a density from 0 to `to`, by Simpson's rule. */
export function area(density: (x: number) => number, to: number, steps = 4000): number {
  const width = to / steps;
  const parts = Array.from({ length: steps + 1 }, (_, step) => {
    const factor = step === 0 || step === steps ? 1 : step % 2 === 1 ? 4 : 2;
    return factor * density(step * width);
  });
  return (total(parts) * width) / 3;
}

/** Logarithm of the gamma function for halves of whole numbers. */
export function logGammaOfHalf(doubled: number): number {
  let [value, at] = doubled % 2 === 0 ? [0, 2] : [Math.log(Math.PI) / 2, 1];
  for (; at < doubled; at += 2) value += Math.log(at / 2);
  return value;
}
