// Generated from lwc-ts-src/customerPulse/pulseFigures.ts by `npm run build:lwc`. Change the source, not this file.
import { ACCOUNT_PULSE_FIELDS, CONTACT_PULSE_MASTER, PULSE_FIELDS, pulseLookup, relationshipOf, unqualified, } from 'c/pulseSchema';
/** The fields to ask of a page's record: the lookup itself, and each figure across it. */
export function pulseFieldsOf(page) {
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
export function readPulse(record, page) {
    const lookup = unqualified(pulseLookup(page));
    const lookupField = record.fields[lookup];
    const pulse = record.fields[relationshipOf(lookup)]?.value;
    if (isRecord(pulse))
        return PULSE_FIELDS.score in pulse.fields ? { kind: 'pulse', figures: readFigures(pulse, page) } : { kind: 'noAccess' };
    return lookupField?.value === null ? { kind: 'none' } : { kind: 'noAccess' };
}
function readFigures(pulse, page) {
    const master = pulse.fields[relationshipOf(CONTACT_PULSE_MASTER)]?.value;
    const account = page === 'account' ? pulse : isRecord(master) ? master : undefined;
    const number = (field) => numberOf(pulse.fields[field]);
    const text = (field) => textOf(pulse.fields[field]);
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
function isRecord(value) {
    return typeof value === 'object' && value !== null;
}
function numberOf(field) {
    return typeof field?.value === 'number' ? field.value : null;
}
function flagOf(field) {
    return typeof field?.value === 'boolean' ? field.value : null;
}
function textOf(field) {
    return typeof field?.value === 'string' && field.value !== '' ? field.value : null;
}
