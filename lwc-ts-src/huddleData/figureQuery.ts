import {
  ALL_GROUPS,
  ANSWER,
  ANSWER_FIELDS as A,
  COUNTS,
  countsOf,
  nodesOf,
  numberOf,
  RELATIONAL,
  type Aggregates,
  type AnswerAggregate,
  type Figure,
  type TextValue,
} from 'c/answerFigures';
import { NO_ANSWERS, type NpsCounts } from 'c/npsMath';
import { REASON, REASON_FIELDS as R } from './reasonFields';

interface ProgramAggregate extends AnswerAggregate {
  readonly program: TextValue;
  readonly number: { readonly count: Figure };
}

interface ReasonAggregate {
  readonly reason: TextValue;
  readonly answers: { readonly countDistinct: Figure };
}

/** What the query answers with; reasons are left out for users who may not see them. */
export interface FigureData {
  readonly uiapi: {
    readonly aggregate: {
      readonly now: Aggregates<ProgramAggregate>;
      readonly before: Aggregates<ProgramAggregate>;
      readonly reasonsNow?: Aggregates<ReasonAggregate> | null;
      readonly reasonsBefore?: Aggregates<ReasonAggregate> | null;
    };
  };
}

const ANSWERS = (where: string): string => `${ANSWER}(where: ${where}, groupBy: { ${A.program}: { group: true } }) {
        edges { node { aggregate {
          program: ${A.program} { value } number: Id { count { value } } ${COUNTS}
        } } }
      }`;

/** Each answer counts once for a reason, however often it names it: a customer and an AI may say the same. */
const REASONS = (where: string): string =>
  `${REASON}(where: ${where}, groupBy: { ${R.reason}: { group: true } }, first: ${ALL_GROUPS}) @optional {
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

/** The answers of a week. */
export interface WeekFigures {
  /** Relational answers alone. */
  readonly nps: NpsCounts;
  /** Answers of both programs, rated or not. */
  readonly answers: number;
  /** How many of them name a reason; undefined for users who may not see reasons. */
  readonly reasons: ReadonlyMap<string, number> | undefined;
}

export interface HuddleFigures {
  readonly now: WeekFigures;
  readonly before: WeekFigures;
}

export function readFigures({ uiapi: { aggregate } }: FigureData): HuddleFigures {
  return {
    now: weekOf(aggregate.now, aggregate.reasonsNow),
    before: weekOf(aggregate.before, aggregate.reasonsBefore),
  };
}

function weekOf(answers: Aggregates<ProgramAggregate>, reasons: Aggregates<ReasonAggregate> | null | undefined): WeekFigures {
  const programs = nodesOf(answers);
  const relational = programs.find(({ program }) => program.value === RELATIONAL);
  return {
    nps: relational === undefined ? NO_ANSWERS : countsOf(relational),
    answers: programs.reduce((sum, { number }) => sum + numberOf(number.count), 0),
    reasons: reasons ? new Map(nodesOf(reasons).map(reasonOf)) : undefined,
  };
}

function reasonOf({ reason, answers }: ReasonAggregate): [string, number] {
  return [reason.value ?? '', numberOf(answers.countDistinct)];
}
