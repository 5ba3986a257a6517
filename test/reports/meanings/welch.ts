/** Ratings. */
export type Sample = readonly number[];

const mean = (sample: Sample): number => sample.reduce((sum, value) => sum + value, 0) / sample.length;

const variance = (sample: Sample): number => {
  const middle = mean(sample);
  return sample.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (sample.length - 1);
};

/**
 * Whether two means differ by more than chance makes them, 95 % (Welch's test, two-sided). Both need enough values; two
 * samples that do not vary at all differ when their means do.
 */
export function isSound(one: Sample, other: Sample, enough: number): boolean {
  const least = Math.max(enough, 2);
  if (one.length < least || other.length < least) return false;
  const [a, b] = [variance(one) / one.length, variance(other) / other.length];
  if (a + b === 0) return mean(one) !== mean(other);
  const t = Math.abs(mean(one) - mean(other)) / Math.sqrt(a + b);
  const freedom = (a + b) ** 2 / (a ** 2 / (one.length - 1) + b ** 2 / (other.length - 1));
  return tail(t, freedom) < 0.05;
}

/** Two-sided probability beyond t, by integrating Student's density (Simpson's rule). */
function tail(t: number, freedom: number): number {
  const density = (x: number): number => (1 + (x * x) / freedom) ** (-(freedom + 1) / 2);
  const integral = (to: number, steps: number): number => {
    const width = to / steps;
    let sum = density(0) + density(to);
    for (let step = 1; step < steps; step += 1) sum += density(step * width) * (step % 2 === 0 ? 2 : 4);
    return (sum * width) / 3;
  };
  // The constant of the density falls out of the quotient; the far end is taken by substitution x = tan(u).
  const whole = wholeOf(freedom);
  return 1 - integral(t, 2000) / whole;
}

/** Integral of the unscaled density from 0 to infinity: x = sqrt(v) tan(u). */
function wholeOf(freedom: number): number {
  const steps = 4000;
  const width = Math.PI / 2 / steps;
  let sum = 0;
  for (let step = 0; step < steps; step += 1) sum += Math.cos((step + 0.5) * width) ** (freedom - 1);
  return Math.sqrt(freedom) * sum * width;
}
