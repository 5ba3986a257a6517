/** What charts need to be drawn as plain SVG by a template: scales, ticks, path data, and steps by keyboard. */
export { linearScale, type Scale } from './linearScale';
export { monthStarts, niceDomain, niceTicks } from './ticks';
export { areaPath, barPath, linePath, round2, shapePath, stepPath, type Point } from './paths';
export { nearestIndex, steppedIndex } from './steps';
export { watchWidth } from './watchWidth';
