// Generated from lwc-ts-src/npsBoard/answer.ts by `npm run build:lwc`. Change the source, not this file.
import { isHiddenDocument } from 'c/ldsErrors';
/** Before the first result. */
export const WAITING = { figures: undefined, state: 'loading', refresh: undefined };
/**
 * What is known once something else is asked. The wire itself says nothing until the answer is there.
 * @param keeps the figures stay in sight until then: they are of the same kind, of another time or of other customers
 */
export function askedAnew(before, keeps) {
    return { ...before, figures: keeps ? before.figures : undefined, state: 'loading' };
}
/** What is known after a result of the wire. */
export function answered(before, { data, errors, refresh }, read) {
    if (data && !errors?.length)
        return { figures: read(data), state: 'ready', refresh };
    if (errors?.length)
        return { figures: undefined, state: isHiddenDocument(errors) ? 'noAccess' : 'error', refresh };
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
