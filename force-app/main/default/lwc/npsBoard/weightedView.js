// Generated from lwc-ts-src/npsBoard/weightedView.ts by `npm run build:lwc`. Change the source, not this file.
import { addCounts, npsOf, weightedNps } from 'c/npsMath';
import { countLabel, FEW_ANSWERS, fill, formatNps, formatWhole } from 'c/pulseWording';
import { answersWords, numbers } from './figureView';
import { LABELS } from './labels';
/**
 * The NPS in which each customer weighs its revenue, shared among its answers, beside the plain one of the same answers.
 * @param rated all rated answers, with those of customers without a revenue
 */
export function weightedView({ customers }, rated) {
    const weighted = weightedNps(customers.map(({ revenue, counts }) => ({ ...counts, weightOfEach: revenue / counts.rated })));
    const plain = addCounts(customers.map(({ counts }) => counts));
    const plainNps = npsOf(plain);
    if (weighted === null || plainNps === null)
        return undefined;
    const leftOut = Math.max(0, rated - plain.rated);
    return {
        ...numbers(weighted.nps, weighted.interval, weighted.margin),
        answers: answersWords(plain.rated),
        few: weighted.effectiveAnswers < FEW_ANSWERS ? LABELS.few : '',
        facts: [
            fill(LABELS.weightedEffective, formatWhole(weighted.effectiveAnswers), formatWhole(plain.rated)),
            fill(LABELS.weightedPlain, formatNps(plainNps)),
            ...(leftOut > 0 ? [countLabel(leftOut, LABELS.weightedLeftOutOne, LABELS.weightedLeftOutMany)] : []),
        ],
    };
}
