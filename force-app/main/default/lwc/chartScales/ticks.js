// Generated from lwc-ts-src/chartScales/ticks.ts by `npm run build:lwc`. Change the source, not this file.
const STEPS = [1, 2, 5, 10];
/** Round values from `min` to `max`, about `count` of them, a round step apart. */
export function niceTicks(min, max, count) {
    const step = niceStep(min, max, count);
    if (step === 0)
        return [min];
    const first = Math.ceil(min / step - 1e-9);
    const last = Math.floor(max / step + 1e-9);
    return Array.from({ length: last - first + 1 }, (_, index) => rounded((first + index) * step, step));
}
/** The narrowest domain with round ends that holds both values. */
export function niceDomain(min, max, count) {
    const step = niceStep(min, max, count);
    if (step === 0)
        return [min, max];
    return [rounded(Math.floor(min / step + 1e-9) * step, step), rounded(Math.ceil(max / step - 1e-9) * step, step)];
}
/**
 * The beginnings of months (UTC) from one moment to another, in epoch milliseconds. Where there are more than `max`, only every
 * second, third, sixth or twelfth month is kept, counted from January, so that years look alike.
 */
export function monthStarts(from, to, max) {
    const first = monthNumber(from);
    const last = monthNumber(to);
    const all = Array.from({ length: last - first + 1 }, (_, index) => first + index).filter((month) => startOf(month) >= from);
    const every = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200].find((step) => all.filter((month) => month % step === 0).length <= max) ?? Infinity;
    return all.filter((month) => month % every === 0).map(startOf);
}
function niceStep(min, max, count) {
    const rough = (max - min) / Math.max(1, count);
    if (!(rough > 0) || !Number.isFinite(rough))
        return 0;
    const power = 10 ** Math.floor(Math.log10(rough));
    return power * (STEPS.find((step) => step * power >= rough * (1 - 1e-9)) ?? 10);
}
/** 0.1 * 3 is 0.30000000000000004: ticks are as exact as their step. */
function rounded(value, step) {
    const digits = Math.max(0, -Math.floor(Math.log10(step)));
    return digits > 15 ? value : Number(value.toFixed(digits)) + 0;
}
function monthNumber(time) {
    const date = new Date(time);
    return date.getUTCFullYear() * 12 + date.getUTCMonth();
}
function startOf(month) {
    return Date.UTC(Math.floor(month / 12), month % 12);
}
