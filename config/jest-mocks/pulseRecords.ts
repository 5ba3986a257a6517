import type { FieldValue, RecordRepresentation } from 'lightning/uiRecordApi';

/** Figures of a pulse as its fields hold them. */
export type PulseFields = Readonly<Record<string, string | number | boolean | null>>;

/** A healthy pulse: 52 answers, on target, a little better than the year before. */
export const HEALTHY: PulseFields = {
  Score__c: 9.24,
  PriorScore__c: 8.9,
  Trend__c: 0.34,
  Band__c: 'Green',
  Target__c: 9,
  YellowFrom__c: 7,
  RatingCount__c: 52,
  PriorRatingCount__c: 40,
  ResponseCount__c: 95,
  LastResponseAt__c: '2026-11-01T09:30:00.000Z',
  Nps__c: 61.5,
  RelationalCount__c: 39,
};

/** A pulse before its first answer. */
export const WITHOUT_ANSWERS: PulseFields = {
  Score__c: null,
  PriorScore__c: null,
  Trend__c: null,
  Band__c: null,
  Target__c: 9,
  YellowFrom__c: 7,
  RatingCount__c: 0,
  PriorRatingCount__c: 0,
  ResponseCount__c: 0,
  LastResponseAt__c: null,
  Nps__c: null,
  RelationalCount__c: 0,
};

/** The record that `getRecord` gives for a page whose lookup leads to a pulse. */
export function recordWithPulse(apiName: string, lookup: string, pulse: PulseFields): RecordRepresentation {
  const inner: RecordRepresentation = { apiName: 'AccountPulse__c', id: 'a00000000000001AAA', fields: mapFields(pulse) };
  return {
    apiName,
    id: '001000000000001AAA',
    fields: { [lookup]: field(inner.id), [lookup.replace(/__c$/, '__r')]: { displayValue: null, value: inner } },
  };
}

/** A record whose lookup to a pulse is empty. */
export function recordWithoutPulse(apiName: string, lookup: string): RecordRepresentation {
  return {
    apiName,
    id: '001000000000001AAA',
    fields: { [lookup]: field(null), [lookup.replace(/__c$/, '__r')]: field(null) },
  };
}

/** A field as UI API gives it. */
export function field(value: FieldValue['value']): FieldValue {
  return { displayValue: null, value };
}

function mapFields(values: PulseFields): Record<string, FieldValue> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, field(value)]));
}
