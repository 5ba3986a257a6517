/** Ratings of one window: how many, their sum and the sum of their squares. */
export interface Sample {
  readonly count: number;
  readonly sum: number;
  readonly squares: number;
}

/** Welch's t of the difference of two means, with its degrees of freedom (Welch and Satterthwaite). */
export interface WelchTest {
  readonly t: number;
  readonly freedom: number;
}

/** Undefined below two ratings in either sample, and where no rating differs from the others. */
export function welch(now: Sample, before: Sample): WelchTest | undefined {
  if (now.count < 2 || before.count < 2) return undefined;
  const [one, other] = [varianceOfMean(now), varianceOfMean(before)];
  const both = one + other;
  if (both <= 0) return undefined;
  return {
    t: (now.sum / now.count - before.sum / before.count) / Math.sqrt(both),
    freedom: both ** 2 / (one ** 2 / (now.count - 1) + other ** 2 / (before.count - 1)),
  };
}

function varianceOfMean({ count, sum, squares }: Sample): number {
  return (squares * count - sum * sum) / (count * count * (count - 1));
}

/** The chance that Student's t lies further from zero than this, to either side. */
export function twoSidedChance(t: number, freedom: number): number {
  return incompleteBeta(freedom / 2, 0.5, freedom / (freedom + t * t));
}

/** The regularised incomplete beta function, by its continued fraction (Lentz's method). */
function incompleteBeta(a: number, b: number, x: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x));
  return x < (a + 1) / (a + b + 2) ? (front * fraction(a, b, x)) / a : 1 - (front * fraction(b, a, 1 - x)) / b;
}

const tiny = 1e-300;
const most = 1000;

function fraction(a: number, b: number, x: number): number {
  const floor = (value: number): number => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / floor(1 - ((a + b) * x) / (a + 1));
  let result = d;
  for (let m = 1; m <= most; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    let change = 1;
    for (const step of [even, odd]) {
      d = 1 / floor(1 + step * d);
      c = floor(1 + step / c);
      change = d * c;
      result *= change;
    }
    if (Math.abs(change - 1) < 1e-15) break;
  }
  return result;
}

const lanczos = [
  676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905, -0.13857109526572012,
  9.984369578019572e-6, 1.5056327351493116e-7,
];

/** Logarithm of the gamma function, by Lanczos' approximation. */
function logGamma(value: number): number {
  if (value < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * value)) - logGamma(1 - value);
  const x = value - 1;
  const base = x + lanczos.length - 0.5;
  const series = lanczos.reduce((sum, coefficient, index) => sum + coefficient / (x + index + 1), 0.9999999999998099);
  return 0.5 * Math.log(2 * Math.PI) + (x + 0.5) * Math.log(base) - base + Math.log(series);
}
