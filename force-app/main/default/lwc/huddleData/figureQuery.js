// Generated from lwc-ts-src/huddleData/figureQuery.ts by `npm run build:lwc`. Change the source, not this file.
import { NO_ANSWERS } from 'c/npsMath';
import { A, ANSWER, R, REASON_OBJECT } from './schema';
const RELATIONAL = 'Relational';
const ALL_GROUPS = 2000;
const ANSWERS = (where) => `${ANSWER}(where: ${where}, groupBy: { ${A.program}: { group: true } }) {
        edges { node { aggregate {
          program: ${A.program} { value } number: Id { count { value } }
          promoters: ${A.promoter} { sum { value } } detractors: ${A.detractor} { sum { value } } rated: ${A.rated} { sum { value } }
        } } }
      }`;
/** Each answer counts once for a reason, however often it names it: a customer and an AI may say the same. */
const REASONS = (where) => `${REASON_OBJECT}(where: ${where}, groupBy: { ${R.reason}: { group: true } }, first: ${ALL_GROUPS}) @optional {
        edges { node { aggregate { reason: ${R.reason} { value } answers: ${R.answer} { countDistinct { value } } } } }
      }`;
export const FIGURE_QUERY = `query pulseHuddleFigures(
  $now: ${ANSWER}_Filter, $before: ${ANSWER}_Filter, $reasonsNow: ${REASON_OBJECT}_Filter, $reasonsBefore: ${REASON_OBJECT}_Filter
) {
  uiapi {
    aggregate {
      now: ${ANSWERS('$now')}
      before: ${ANSWERS('$before')}
      reasonsNow: ${REASONS('$reasonsNow')}
      reasonsBefore: ${REASONS('$reasonsBefore')}
    }
  }
}`;
export function readFigures({ uiapi: { aggregate } }) {
    return {
        now: weekOf(aggregate.now, aggregate.reasonsNow),
        before: weekOf(aggregate.before, aggregate.reasonsBefore),
    };
}
function weekOf(answers, reasons) {
    const programs = answers.edges.map(({ node }) => node.aggregate);
    const relational = programs.find(({ program }) => program.value === RELATIONAL);
    return {
        nps: relational === undefined ? NO_ANSWERS : countsOf(relational),
        answers: programs.reduce((sum, { number }) => sum + (number.count.value ?? 0), 0),
        reasons: reasons ? new Map(reasons.edges.map(({ node }) => reasonOf(node.aggregate))) : undefined,
    };
}
function countsOf({ promoters, detractors, rated }) {
    return { promoters: promoters.sum.value ?? 0, detractors: detractors.sum.value ?? 0, rated: rated.sum.value ?? 0 };
}
function reasonOf({ reason, answers }) {
    return [reason.value ?? '', answers.countDistinct.value ?? 0];
}
