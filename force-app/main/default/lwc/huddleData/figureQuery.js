// Generated from lwc-ts-src/huddleData/figureQuery.ts by `npm run build:lwc`. Change the source, not this file.
import { ALL_GROUPS, ANSWER, ANSWER_FIELDS as A, COUNTS, countsOf, nodesOf, numberOf, RELATIONAL, } from 'c/answerFigures';
import { NO_ANSWERS } from 'c/npsMath';
import { REASON, REASON_FIELDS as R } from './reasonFields';
const ANSWERS = (where) => `${ANSWER}(where: ${where}, groupBy: { ${A.program}: { group: true } }) {
        edges { node { aggregate {
          program: ${A.program} { value } number: Id { count { value } } ${COUNTS}
        } } }
      }`;
/** Each answer counts once for a reason, however often it names it: a customer and an AI may say the same. */
const REASONS = (where) => `${REASON}(where: ${where}, groupBy: { ${R.reason}: { group: true } }, first: ${ALL_GROUPS}) @optional {
        edges { node { aggregate { reason: ${R.reason} { value } answers: ${R.answer} { countDistinct { value } } } } }
      }`;
export const FIGURE_QUERY = `query pulseHuddleFigures(
  $now: ${ANSWER}_Filter, $before: ${ANSWER}_Filter, $reasonsNow: ${REASON}_Filter, $reasonsBefore: ${REASON}_Filter
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
    const programs = nodesOf(answers);
    const relational = programs.find(({ program }) => program.value === RELATIONAL);
    return {
        nps: relational === undefined ? NO_ANSWERS : countsOf(relational),
        answers: programs.reduce((sum, { number }) => sum + numberOf(number.count), 0),
        reasons: reasons ? new Map(nodesOf(reasons).map(reasonOf)) : undefined,
    };
}
function reasonOf({ reason, answers }) {
    return [reason.value ?? '', numberOf(answers.countDistinct)];
}
