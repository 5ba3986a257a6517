// Generated from lwc-ts-src/responseRows/followUpRow.ts by `npm run build:lwc`. Change the source, not this file.
import openLabel from '@salesforce/label/c.Pulse_Follow_Up_Open';
import dueLabel from '@salesforce/label/c.Pulse_Follow_Up_Due';
import overdueLabel from '@salesforce/label/c.Pulse_Follow_Up_Overdue';
import resolvedLabel from '@salesforce/label/c.Pulse_Follow_Up_Resolved';
import resolvedOnLabel from '@salesforce/label/c.Pulse_Follow_Up_Resolved_On';
import { fill, formatDate, formatDateTime } from 'c/pulseWording';
/** Makes the row of a follow-up at a moment in epoch milliseconds: overdue when its deadline passed while unresolved. */
export function followUpRow(node, now) {
    const state = stateOf(node, now);
    return { id: node.Id, name: node.Name.value, state, stateText: stateText(node, state), ownerName: node.owner?.Name?.value ?? '' };
}
function stateOf(node, now) {
    if (node.status?.value === 'Resolved')
        return 'resolved';
    const due = node.dueAt?.value;
    return due && Date.parse(due) < now ? 'overdue' : 'open';
}
function stateText(node, state) {
    if (state === 'resolved') {
        const resolvedAt = node.resolvedAt?.value;
        return resolvedAt ? fill(resolvedOnLabel, formatDate(resolvedAt)) : resolvedLabel;
    }
    const due = node.dueAt?.value;
    if (!due)
        return openLabel;
    return fill(state === 'overdue' ? overdueLabel : dueLabel, formatDateTime(due));
}
