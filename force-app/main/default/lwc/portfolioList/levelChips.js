// Generated from lwc-ts-src/portfolioList/levelChips.ts by `npm run build:lwc`. Change the source, not this file.
import { levelCounts } from 'c/portfolioRisk';
import { formatWhole } from 'c/pulseWording';
import { LEVEL_LOOKS } from './riskWords';
import { LABELS } from './labels';
/** The buttons over the list: all, then each level. */
export function levelChips(customers, chosen) {
    const counts = levelCounts(customers);
    return [
        chip('all', undefined, LABELS.all, customers.length, chosen === undefined),
        ...LEVEL_LOOKS.map(({ level, band, text }) => chip(level, band, text, counts.get(level) ?? 0, chosen === level)),
    ];
}
function chip(key, band, text, count, isChosen) {
    const [pressed, chipClass] = isChosen ? ['true', 'chip chosen'] : ['false', 'chip'];
    return { key, band, text, countText: formatWhole(count), pressed, chipClass };
}
