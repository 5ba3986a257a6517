import type { FieldValue, RecordRepresentation } from 'lightning/uiRecordApi';
import {
  ACCOUNT_PULSE_FIELDS,
  CONTACT_PULSE_MASTER,
  FORMULA_FIELDS,
  lookupToPulse,
  objectOfPage,
  PULSE_FIELDS,
  PULSE_OWNER_FIELDS,
  pulseLevel,
  relationshipOf,
  type PulsePage,
} from 'c/pulseSchema';

/** The stored figures of one pulse. Blank stays null: missing is not 0. */
export interface PulseFigures {
  readonly pulseId: string;
  /** The pulse of the account: itself, or the master of a contact's. */
  readonly accountPulseId: string | null;
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
  /** What the figures are worked out from. */
  readonly ratingSum: number | null;
  readonly priorRatingSum: number | null;
  readonly promoters: number | null;
  readonly detractors: number | null;
  readonly trendT: number | null;
  readonly trendCritical: number | null;
  readonly minAnswers: number | null;
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

/**
 * The fields to ask of a page's record: the lookup to the pulse, and each figure across it. All pulse components ask for the
 * same ones, so that Lightning Data Service fetches them once.
 */
export function pulseFieldsOf(page: PulsePage): string[] {
  const object = objectOfPage(page);
  const lookup = lookupToPulse(page);
  const pulse = lookup === undefined ? object : `${object}.${relationshipOf(lookup)}`;
  const isAccount = pulseLevel(page) === 'account';
  const account = isAccount ? pulse : `${pulse}.${relationshipOf(CONTACT_PULSE_MASTER)}`;
  return [
    ...(lookup === undefined ? [] : [`${object}.${lookup}`]),
    ...(isAccount ? [] : [`${pulse}.${CONTACT_PULSE_MASTER}`]),
    ...(page === 'accountPulse' ? [`${pulse}.${PULSE_OWNER_FIELDS.account}`] : []),
    ...(page === 'contactPulse' ? [`${pulse}.${PULSE_OWNER_FIELDS.contact}`] : []),
    ...[...Object.values(PULSE_FIELDS), ...Object.values(FORMULA_FIELDS)].map((field) => `${pulse}.${field}`),
    ...Object.values(ACCOUNT_PULSE_FIELDS).map((field) => `${account}.${field}`),
  ];
}

/**
 * Reads the pulse out of a page's record. Fields that the user may not read are missing from the record;
 * a pulse that is not shared with the user is a filled lookup with an empty relationship.
 */
export function readPulse(record: RecordRepresentation, page: PulsePage): PulseReading {
  const lookup = lookupToPulse(page);
  const pulse = lookup === undefined ? record : record.fields[relationshipOf(lookup)]?.value;
  if (isRecord(pulse))
    return PULSE_FIELDS.score in pulse.fields ? { kind: 'pulse', figures: readFigures(pulse, page) } : { kind: 'noAccess' };
  return lookup !== undefined && record.fields[lookup]?.value === null ? { kind: 'none' } : { kind: 'noAccess' };
}

function readFigures(pulse: RecordRepresentation, page: PulsePage): PulseFigures {
  const isAccount = pulseLevel(page) === 'account';
  const master = pulse.fields[relationshipOf(CONTACT_PULSE_MASTER)]?.value;
  const account = isAccount ? pulse : isRecord(master) ? master : undefined;
  const number = (field: string): number | null => numberOf(pulse.fields[field]);
  const text = (field: string): string | null => textOf(pulse.fields[field]);
  return {
    pulseId: pulse.id,
    accountPulseId: isAccount ? pulse.id : text(CONTACT_PULSE_MASTER),
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
    ratingSum: number(FORMULA_FIELDS.ratingSum),
    priorRatingSum: number(FORMULA_FIELDS.priorRatingSum),
    promoters: number(FORMULA_FIELDS.promoters),
    detractors: number(FORMULA_FIELDS.detractors),
    trendT: number(FORMULA_FIELDS.trendT),
    trendCritical: number(FORMULA_FIELDS.trendCritical),
    minAnswers: number(FORMULA_FIELDS.minAnswers),
    segment: textOf(account?.fields[ACCOUNT_PULSE_FIELDS.segment]),
    comparisonStart: textOf(account?.fields[ACCOUNT_PULSE_FIELDS.comparisonStart]),
    rebaselineNote: textOf(account?.fields[ACCOUNT_PULSE_FIELDS.rebaselineNote]),
    alertedAt: isAccount ? textOf(account?.fields[ACCOUNT_PULSE_FIELDS.alertedAt]) : null,
    alertedScore: isAccount ? numberOf(account?.fields[ACCOUNT_PULSE_FIELDS.alertedScore]) : null,
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
