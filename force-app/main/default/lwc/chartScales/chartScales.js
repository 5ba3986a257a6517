// Generated from lwc-ts-src/chartScales/chartScales.ts by `npm run build:lwc`. Change the source, not this file.
/** What charts need to be drawn as plain SVG by a template: scales, ticks, path data, and steps by keyboard. */
export { linearScale } from './linearScale';
export { monthStarts, niceDomain, niceTicks } from './ticks';
export { areaPath, barPath, linePath, round2, shapePath, stepPath } from './paths';
export { nearestIndex, steppedIndex } from './steps';
export { watchWidth } from './watchWidth';
