// Generated from lwc-ts-src/pulseSetup/progress.ts by `npm run build:lwc`. Change the source, not this file.
/** How far the setup is: what is done or not needed counts. */
export function progressOf(steps, states) {
    const inState = (...wanted) => steps.filter(({ key }) => wanted.includes(states[key] ?? 'checking'));
    return {
        done: inState('done', 'notNeeded').length,
        all: steps.length,
        checking: inState('checking').length,
        next: inState('missing')[0] ?? inState('unseen')[0],
    };
}
/** Whether a step is still to do, as far as is known. */
export function isOpen(step, states) {
    const state = states[step.key];
    return state !== 'done' && state !== 'notNeeded';
}
