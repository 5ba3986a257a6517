// Generated from lwc-ts-src/pulseRecord/pulseRecord.ts by `npm run build:lwc`. Change the source, not this file.
/** The figures of a pulse as they stand on the record of a page: what to ask of it, and what it says. */
export { pulseFieldsOf, readPulse } from './pulseFigures';
export { pulseView } from './pulseState';
export { targetOf, yellowFromOf } from './limits';
