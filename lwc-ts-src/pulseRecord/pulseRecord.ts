/** The figures of a pulse as they stand on the record of a page: what to ask of it, and what it says. */
export { pulseFieldsOf, readPulse, type PulseFigures, type PulseReading } from './pulseFigures';
export { pulseView, type PulseState, type PulseView } from './pulseState';
export { targetOf, yellowFromOf } from './limits';
