// Generated from lwc-ts-src/portfolioTable/columns.ts by `npm run build:lwc`. Change the source, not this file.
import { LABELS } from './labels';
const COLUMNS = [
    ['name', LABELS.customer],
    ['risk', LABELS.risk],
    ['pulse', LABELS.pulse],
    ['trend', LABELS.trend],
    ['lastAnswer', LABELS.lastAnswer],
    ['revenue', LABELS.revenue],
];
/** The heads of the columns, with the order that the rows have. */
export function columnHeads(order) {
    return COLUMNS.map(([key, label]) => {
        if (order?.by !== key)
            return { key, label, sort: 'none', icon: undefined };
        const sort = order.isDescending ? 'descending' : 'ascending';
        return { key, label, sort, icon: order.isDescending ? 'utility:arrowdown' : 'utility:arrowup' };
    });
}
