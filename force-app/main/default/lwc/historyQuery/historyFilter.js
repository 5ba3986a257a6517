// Generated from lwc-ts-src/historyQuery/historyFilter.ts by `npm run build:lwc`. Change the source, not this file.
/** Every answer. */
export const NO_FILTER = { band: undefined, touchpoint: undefined, program: undefined, since: undefined, until: undefined };
export function isFiltered(filter) {
    return Object.values(filter).some((value) => value !== undefined);
}
/** True when two filters find the same answers. */
export function isSameFilter(one, other) {
    return KEYS.every((key) => one[key] === other[key]);
}
const KEYS = ['band', 'touchpoint', 'program', 'since', 'until'];
