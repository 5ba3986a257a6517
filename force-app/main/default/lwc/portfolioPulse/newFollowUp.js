// Generated from lwc-ts-src/portfolioPulse/newFollowUp.ts by `npm run build:lwc`. Change the source, not this file.
import { createRecord } from 'lightning/uiRecordApi';
import { FOLLOW_UP_OBJECT } from 'c/pulseSchema';
import { FOLLOW_UP_CUSTOMER } from './schema';
/**
 * Makes a follow-up about a customer, owned by the user; its deadline and priority come from the org's own rules.
 * Rejects with the org's refusal.
 */
export async function newFollowUp({ id, pulse }) {
    const fields = { [FOLLOW_UP_CUSTOMER.account]: id, ...(pulse ? { [FOLLOW_UP_CUSTOMER.accountPulse]: pulse.id } : {}) };
    const record = await createRecord({ apiName: FOLLOW_UP_OBJECT, fields });
    const name = record.fields['Name']?.value;
    return { id: record.id, name: typeof name === 'string' ? name : '', dueAt: undefined };
}
