import type { FieldValue, RecordRepresentation } from 'lightning/uiRecordApi';
import {
  ACCOUNT_PULSE_FIELDS,
  CONTACT_PULSE_MASTER,
  PULSE_FIELDS,
  pulseLookup,
  relationshipOf,
  unqualified,
  type PageObject,
} from 'c/pulseSchema';

/** The stored figures of one pulse. Blank stays null: missing is not 0. */
export interface PulseFigures {
  readonly score: number | null;
  readonly priorScore: number | null;
  readonly trend: number | null;
  readonly band: string | null;
  readonly target: number | null;
  readonly yellowFrom: number | null;
  readonly ratingCount: number;
  readonly priorRatingCount: number;
  readonly responseCount: number;
  readonly lastResponseAt: string | null;
  readonly nps: number | null;
  readonly relationalCount: number;
  /** Whether the trend is more than chance; null when that is not known. */
  readonly trendIsSound: boolean | null;
  /** Of the account, also on the page of a contact. */
  readonly segment: string | null;
  /** Day before which answers are not compared with, ISO 8601. */
  readonly comparisonStart: string | null;
  readonly rebaselineNote: string | null;
  /** When the team was last told of a low or falling pulse; of accounts only. */
  readonly alertedAt: string | null;
  readonly alertedScore: number | null;
}

/** What a page's record tells: its pulse, that it has none, or that the user may not see it. */
export type PulseReading =
  { readonly kind: 'pulse'; readonly figures: PulseFigures } | { readonly kind: 'none' } | { readonly kind: 'noAccess' };

/** The fields to ask of a page's record: the lookup itself, and each figure across it. */
export function pulseFieldsOf(page: PageObject): string[] {
  const lookup = pulseLookup(page);
  const pulse = relationshipOf(lookup);
  const account = page === 'account' ? pulse : `${pulse}.${relationshipOf(CONTACT_PULSE_MASTER)}`;
  return [
    lookup,
    ...Object.values(PULSE_FIELDS).map((field) => `${pulse}.${field}`),
    ...Object.values(ACCOUNT_PULSE_FIELDS).map((field) => `${account}.${field}`),
  ];
}

/**
 * Reads the pulse out of a page's record. Fields that the user may not read are missing from the record;
 * a pulse that is not shared with the user is a filled lookup with an empty relationship.
 */
export function readPulse(record: RecordRepresentation, page: PageObject): PulseReading {
  const lookup = unqualified(pulseLookup(page));
  const lookupField = record.fields[lookup];
  const pulse = record.fields[relationshipOf(lookup)]?.value;
  if (isRecord(pulse))
    return PULSE_FIELDS.score in pulse.fields ? { kind: 'pulse', figures: readFigures(pulse, page) } : { kind: 'noAccess' };
  return lookupField?.value === null ? { kind: 'none' } : { kind: 'noAccess' };
}

function readFigures(pulse: RecordRepresentation, page: PageObject): PulseFigures {
  const master = pulse.fields[relationshipOf(CONTACT_PULSE_MASTER)]?.value;
  const account = page === 'account' ? pulse : isRecord(master) ? master : undefined;
  const number = (field: string): number | null => numberOf(pulse.fields[field]);
  const text = (field: string): string | null => textOf(pulse.fields[field]);
  return {
    score: number(PULSE_FIELDS.score),
    priorScore: number(PULSE_FIELDS.priorScore),
    trend: number(PULSE_FIELDS.trend),
    band: text(PULSE_FIELDS.band),
    target: number(PULSE_FIELDS.target),
    yellowFrom: number(PULSE_FIELDS.yellowFrom),
    ratingCount: number(PULSE_FIELDS.ratingCount) ?? 0,
    priorRatingCount: number(PULSE_FIELDS.priorRatingCount) ?? 0,
    responseCount: number(PULSE_FIELDS.responseCount) ?? 0,
    lastResponseAt: text(PULSE_FIELDS.lastResponseAt),
    nps: number(PULSE_FIELDS.nps),
    relationalCount: number(PULSE_FIELDS.relationalCount) ?? 0,
    trendIsSound: flagOf(pulse.fields[PULSE_FIELDS.trendIsSound]),
    segment: textOf(account?.fields[ACCOUNT_PULSE_FIELDS.segment]),
    comparisonStart: textOf(account?.fields[ACCOUNT_PULSE_FIELDS.comparisonStart]),
    rebaselineNote: textOf(account?.fields[ACCOUNT_PULSE_FIELDS.rebaselineNote]),
    alertedAt: page === 'account' ? textOf(account?.fields[ACCOUNT_PULSE_FIELDS.alertedAt]) : null,
    alertedScore: page === 'account' ? numberOf(account?.fields[ACCOUNT_PULSE_FIELDS.alertedScore]) : null,
  };
}

function isRecord(value: FieldValue['value'] | undefined): value is RecordRepresentation {
  return typeof value === 'object' && value !== null;
}

function numberOf(field: FieldValue | undefined): number | null {
  return typeof field?.value === 'number' ? field.value : null;
}

function flagOf(field: FieldValue | undefined): boolean | null {
  return typeof field?.value === 'boolean' ? field.value : null;
}

function textOf(field: FieldValue | undefined): string | null {
  return typeof field?.value === 'string' && field.value !== '' ? field.value : null;
}
