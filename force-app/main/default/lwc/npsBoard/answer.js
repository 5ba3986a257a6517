// Generated from lwc-ts-src/npsBoard/answer.ts by `npm run build:lwc`. Change the source, not this file.
import { isNoAccess } from 'c/ldsErrors';
/** Before the first result. */
export const WAITING = { figures: undefined, state: 'loading', refresh: undefined };
/** What is known after a result of the wire. */
export function answered(before, { data, errors, refresh }, read) {
    if (data && !errors?.length)
        return { figures: read(data), state: 'ready', refresh };
    if (errors?.length)
        return { figures: undefined, state: isHidden(errors) ? 'noAccess' : 'error', refresh };
    return { ...before, state: 'loading' };
}
/** The state of a card that shows a part of the figures. */
export function cardState({ state, figures }, view) {
    if (state === 'error' || state === 'noAccess')
        return state;
    if (figures === undefined)
        return 'loading';
    return view === undefined ? 'empty' : 'ready';
}
/**
 * The documents are right, so what they name and the user's schema lacks is what this user may not see: such a query is refused
 * as a whole before it runs.
 */
function isHidden(errors) {
    return isNoAccess(errors[0]) || errors.every((error) => classificationOf(error) === 'ValidationError');
}
function classificationOf(error) {
    const extensions = valueOf(error, 'extensions');
    return valueOf(extensions, 'classification');
}
function valueOf(object, key) {
    return typeof object === 'object' && object !== null ? Object.entries(object).find(([name]) => name === key)?.[1] : undefined;
}
