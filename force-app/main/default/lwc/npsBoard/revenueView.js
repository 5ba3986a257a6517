// Generated from lwc-ts-src/npsBoard/revenueView.ts by `npm run build:lwc`. Change the source, not this file.
import LOCALE from '@salesforce/i18n/locale';
import { linePath, linearScale } from 'c/chartScales';
import { npsOf } from 'c/npsMath';
import { countLabel, fill, formatNps, formatWhole } from 'c/pulseWording';
import { LABELS } from './labels';
const CORNERS = ['act', 'keep', 'grow', 'letBe'];
const NAMES = {
    act: LABELS.cornerAct,
    keep: LABELS.cornerKeep,
    grow: LABELS.cornerGrow,
    letBe: LABELS.cornerLetBe,
};
/** Room between the outermost dots and the edges, in percent. */
const EDGE = 4;
/** As many customers are named beside the chart, and in its table. */
const NAMED = 5;
const IN_TABLE = 200;
const compact = new Intl.NumberFormat(LOCALE, { notation: 'compact', maximumFractionDigits: 1 });
/** Customers by revenue and NPS; undefined where none has both. A revenue stands on a logarithmic scale. */
export function revenueView({ customers, isCut }) {
    const revenues = customers.map(({ revenue }) => revenue).sort((one, other) => one - other);
    const [least, middle, most] = [revenues[0], revenues[Math.floor(revenues.length / 2)], revenues.at(-1)];
    if (least === undefined || middle === undefined || most === undefined)
        return undefined;
    const x = linearScale([Math.log(least), Math.log(most)], [EDGE, 100 - EDGE]);
    const y = linearScale([-100, 100], [100 - EDGE, EDGE]);
    const placed = customers.map((customer) => {
        const nps = npsOf(customer.counts) ?? 0;
        return {
            ...customer,
            nps,
            corner: cornerOf(nps, customer.revenue >= middle),
            point: { x: x.at(Math.log(customer.revenue)), y: y.at(nps) },
        };
    });
    const inCorner = (corner) => placed.filter((customer) => customer.corner === corner);
    return {
        sentence: fill(LABELS.revenueSentence, ...CORNERS.map((corner) => formatWhole(inCorner(corner).length))),
        hint: isCut ? fill(LABELS.revenueCut, formatWhole(placed.length)) : LABELS.revenueHint,
        split: x.at(Math.log(middle)),
        corners: CORNERS.map((corner) => cornerView(corner, inCorner(corner))),
        points: placed.map((customer) => ({ x: customer.point.x, y: 100 - customer.point.y, text: pointText(customer) })),
        ids: placed.map(({ id }) => id),
        revenueAxis: { name: LABELS.columnRevenue, low: compact.format(least), high: compact.format(most) },
        actOn: inCorner('act')
            .slice(0, NAMED)
            .map(({ id, name, nps }) => ({ id, name, text: fill(LABELS.npsValue, formatNps(nps)) })),
        table: tableOf(placed),
    };
}
function cornerOf(nps, isLarge) {
    if (nps < 0)
        return isLarge ? 'act' : 'letBe';
    return isLarge ? 'keep' : 'grow';
}
function cornerView(corner, customers) {
    return {
        corner,
        name: NAMES[corner],
        customers: countLabel(customers.length, LABELS.customersOne, LABELS.customersMany),
        dots: linePath(customers.flatMap(({ point }) => [point, null])),
    };
}
function pointText({ name, revenue, nps, corner, counts }) {
    const values = [name, compact.format(revenue), formatNps(nps), NAMES[corner]];
    return countLabel(counts.rated, LABELS.customerPointOne, LABELS.customerPointMany, ...values);
}
function tableOf(customers) {
    return {
        caption: LABELS.revenueTitle,
        columns: [
            { label: LABELS.customer },
            { label: LABELS.columnRevenue, isNumeric: true },
            { label: LABELS.nps, isNumeric: true },
            { label: LABELS.answers, isNumeric: true },
            { label: LABELS.columnCorner },
        ],
        rows: customers.slice(0, IN_TABLE).map(({ id, name, revenue, nps, counts, corner }) => ({
            id,
            cells: [name, compact.format(revenue), formatNps(nps), formatWhole(counts.rated), NAMES[corner]],
        })),
    };
}
