import type { LightningElement } from 'lwc';
import type { PulseData } from 'c/pulseQueries';
import { find, settled, show } from './page';
import { recordWithPulse, type PulseFields } from './pulseRecords';
import { graphqlWire, recordWire } from './wires';

/** A pulse component on the page of an account. */
export function showPulseCard(tag: string, component: typeof LightningElement, more: object = {}): HTMLElement {
  return show(tag, component, { recordId: '001000000000001AAA', objectApiName: 'Account', ...more });
}

/** Lets the record and, where it is given, the shared document arrive. */
export async function arrive(pulse: PulseFields, data?: PulseData): Promise<void> {
  recordWire.emit(recordWithPulse('Account', 'Pulse__c', pulse));
  await settled();
  if (data) graphqlWire.emit({ data }, isShared);
  await settled();
}

/** Picks the wire of the shared document. */
export function isShared(config: { query?: string }): boolean {
  return config.query?.includes('query customerPulse') ?? false;
}

/** The frame of a card, with what it was told. */
export function frameOf(
  card: Element,
): HTMLElement & { state?: string; stateTitle?: string; stateText?: string; heading?: string; busy?: boolean } {
  return find(card, 'c-card-frame');
}
