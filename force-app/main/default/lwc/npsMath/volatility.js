// Generated from lwc-ts-src/npsMath/volatility.ts by `npm run build:lwc`. Change the source, not this file.
import { adjusted, standardError } from './adjusted';
import { chiSquareCritical95 } from './criticalValues';
/** Fewer periods than this say nothing about ups and downs. */
const FEWEST_PERIODS = 3;
/** The volatility over periods; those without a rated answer are left out. Null with fewer than three. */
export function npsVolatility(periods) {
    const used = periods.filter(({ rated }) => rated > 0);
    if (used.length < FEWEST_PERIODS)
        return null;
    const plain = used.map(({ promoters, detractors, rated }) => (promoters - detractors) / rated);
    const freedom = used.length - 1;
    const errors = used.map((counts) => standardError(counts) ** 2);
    return {
        points: Math.sqrt(squaresAround(plain, average(plain)) / freedom) * 100,
        expected: Math.sqrt(average(errors)) * 100,
        isSound: heterogeneity(used.map((counts) => adjusted(counts).mean), errors) > chiSquareCritical95(freedom),
    };
}
/** Cochran's Q: squared distances from the common mean, each measured by its own chance. */
function heterogeneity(means, errors) {
    const weights = errors.map((error) => 1 / error);
    const common = dot(weights, means) / weights.reduce((total, weight) => total + weight, 0);
    return dot(weights, means.map((mean) => (mean - common) ** 2));
}
function average(values) {
    return values.reduce((total, value) => total + value, 0) / values.length;
}
function squaresAround(values, centre) {
    return values.reduce((total, value) => total + (value - centre) ** 2, 0);
}
function dot(one, other) {
    return one.reduce((total, value, index) => total + value * (other[index] ?? 0), 0);
}
