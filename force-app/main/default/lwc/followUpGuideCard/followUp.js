// Generated from lwc-ts-src/followUpGuideCard/followUp.ts by `npm run build:lwc`. Change the source, not this file.
import { GUIDE_FIELDS, relationshipOf, RESPONSE_FIELDS } from 'c/pulseSchema';
/** Reads the follow-up out of its record; undefined when the user may not even see its state. */
export function readFollowUp(record) {
    const status = record.fields[GUIDE_FIELDS.status];
    if (status === undefined)
        return undefined;
    const text = (field) => textOf(record.fields[field]);
    return {
        kind: text(GUIDE_FIELDS.kind) ?? '',
        cause: text(GUIDE_FIELDS.cause) ?? '',
        moments: {
            isResolved: status.value === 'Resolved',
            dueAt: text(GUIDE_FIELDS.dueAt),
            remindedAt: text(GUIDE_FIELDS.remindedAt),
            escalateAt: text(GUIDE_FIELDS.escalateAt),
            escalatedAt: text(GUIDE_FIELDS.escalatedAt),
            secondEscalatedAt: text(GUIDE_FIELDS.secondEscalatedAt),
            resolvedAt: text(GUIDE_FIELDS.resolvedAt),
        },
        firstContactAt: text(GUIDE_FIELDS.firstContactAt),
        rootCause: text(GUIDE_FIELDS.rootCause),
        actionTaken: text(GUIDE_FIELDS.actionTaken),
        outcome: text(GUIDE_FIELDS.outcome),
        theme: text(GUIDE_FIELDS.theme) ?? '',
        suggestedAction: text(GUIDE_FIELDS.suggestedAction) ?? '',
        personalText: text(GUIDE_FIELDS.personalText) ?? '',
        answer: readAnswer(record),
        account: related(record, GUIDE_FIELDS.account),
        contact: related(record, GUIDE_FIELDS.contact),
        problem: related(record, GUIDE_FIELDS.problem),
    };
}
function readAnswer(record) {
    const answer = related(record, GUIDE_FIELDS.response);
    const fields = recordIn(record, GUIDE_FIELDS.response)?.fields;
    const rating = fields?.[RESPONSE_FIELDS.rating]?.value;
    const comment = fields?.[RESPONSE_FIELDS.comment];
    return (answer && {
        ...answer,
        rating: typeof rating === 'number' ? rating : null,
        comment: comment === undefined ? undefined : (textOf(comment) ?? ''),
    });
}
function related(record, lookup) {
    const id = textOf(record.fields[lookup]);
    return id === null ? undefined : { id, name: textOf(recordIn(record, lookup)?.fields['Name']) ?? '' };
}
function recordIn(record, lookup) {
    const value = record.fields[relationshipOf(lookup)]?.value;
    return typeof value === 'object' && value !== null ? value : undefined;
}
function textOf(field) {
    return typeof field?.value === 'string' && field.value.trim() !== '' ? field.value : null;
}
