// Generated from lwc-ts-src/pulseRecord/limits.ts by `npm run build:lwc`. Change the source, not this file.
/** Lines used when a pulse carries none of its own: the package's defaults. */
const DEFAULT_TARGET = 9;
const DEFAULT_YELLOW_FROM = 7;
export function targetOf(figures) {
    return figures.target ?? DEFAULT_TARGET;
}
export function yellowFromOf(figures) {
    return figures.yellowFrom ?? DEFAULT_YELLOW_FROM;
}
