import { NO_ANSWERS, type NpsCounts } from 'c/npsMath';
import { A, ANSWER, R, REASON_OBJECT } from './schema';

interface Figure {
  readonly value: number | null;
}

interface Aggregates<Node> {
  readonly edges: readonly { readonly node: { readonly aggregate: Node } }[];
}

interface ProgramAggregate {
  readonly program: { readonly value: string | null };
  readonly number: { readonly count: Figure };
  readonly promoters: { readonly sum: Figure };
  readonly detractors: { readonly sum: Figure };
  readonly rated: { readonly sum: Figure };
}

interface ReasonAggregate {
  readonly reason: { readonly value: string | null };
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

const RELATIONAL = 'Relational';
const ALL_GROUPS = 2000;

const ANSWERS = (where: string): string => `${ANSWER}(where: ${where}, groupBy: { ${A.program}: { group: true } }) {
        edges { node { aggregate {
          program: ${A.program} { value } number: Id { count { value } }
          promoters: ${A.promoter} { sum { value } } detractors: ${A.detractor} { sum { value } } rated: ${A.rated} { sum { value } }
        } } }
      }`;

/** Each answer counts once for a reason, however often it names it: a customer and an AI may say the same. */
const REASONS = (where: string): string =>
  `${REASON_OBJECT}(where: ${where}, groupBy: { ${R.reason}: { group: true } }, first: ${ALL_GROUPS}) @optional {
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
  const programs = answers.edges.map(({ node }) => node.aggregate);
  const relational = programs.find(({ program }) => program.value === RELATIONAL);
  return {
    nps: relational === undefined ? NO_ANSWERS : countsOf(relational),
    answers: programs.reduce((sum, { number }) => sum + (number.count.value ?? 0), 0),
    reasons: reasons ? new Map(reasons.edges.map(({ node }) => reasonOf(node.aggregate))) : undefined,
  };
}

function countsOf({ promoters, detractors, rated }: ProgramAggregate): NpsCounts {
  return { promoters: promoters.sum.value ?? 0, detractors: detractors.sum.value ?? 0, rated: rated.sum.value ?? 0 };
}

function reasonOf({ reason, answers }: ReasonAggregate): [string, number] {
  return [reason.value ?? '', answers.countDistinct.value ?? 0];
}
