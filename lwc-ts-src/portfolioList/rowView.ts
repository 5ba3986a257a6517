import answersOne from '@salesforce/label/c.Pulse_Count_Answers_One';
import answersMany from '@salesforce/label/c.Pulse_Count_Answers_Many';
import onHoldLabel from '@salesforce/label/c.Pulse_Portfolio_On_Hold';
import noneLabel from '@salesforce/label/c.Pulse_None_Title';
import staleLabel from '@salesforce/label/c.Pulse_Stale_Title';
import unratedLabel from '@salesforce/label/c.Pulse_Unrated_Title';
import segmentLabel from '@salesforce/label/c.Pulse_Segment';
import upOne from '@salesforce/label/c.Pulse_Trend_Up_One';
import upMany from '@salesforce/label/c.Pulse_Trend_Up_Many';
import downOne from '@salesforce/label/c.Pulse_Trend_Down_One';
import downMany from '@salesforce/label/c.Pulse_Trend_Down_Many';
import levelOne from '@salesforce/label/c.Pulse_Trend_Level_One';
import levelMany from '@salesforce/label/c.Pulse_Trend_Level_Many';
import { bandLook } from 'c/pulseBands';
import type { PortfolioRow, RowTrend } from 'c/portfolioRow';
import { countLabel, fill, formatDate, formatScore } from 'c/pulseWording';
import type { PulseFigures, RatedCustomer } from 'c/portfolioRisk';
import { levelLook, reasonWords } from './riskWords';

/** What the user may do, and what is going on. */
export interface RowContext {
  readonly now: number;
  /** Owners are named where they are not all the user. */
  readonly namesOwner: boolean;
  readonly mayAct: boolean;
  /** The customer for whom a follow-up is being made. */
  readonly startingId: string | undefined;
}

/** The row of a customer. */
export function portfolioRow({ customer, risk }: RatedCustomer, context: RowContext): PortfolioRow {
  const look = levelLook(risk.level);
  const { pulse } = customer;
  const bandOfPulse = bandLook(pulse?.band);
  const followUpId = customer.followUps[0]?.id;
  return {
    id: customer.id,
    name: customer.name,
    ownerName: context.namesOwner ? customer.ownerName : '',
    segmentText: customer.segment === undefined ? '' : fill(segmentLabel, customer.segment),
    revenueText: customer.revenueText,
    holdText: customer.isOnHold ? onHoldLabel : '',
    levelText: look.text,
    levelBand: look.band,
    scoreText: pulse?.score === undefined ? '' : formatScore(pulse.score),
    band: pulse?.band,
    bandText: bandOfPulse?.label ?? '',
    noScoreText: noScore(pulse),
    answersText: pulse ? countLabel(pulse.ratingCount, answersOne, answersMany) : '',
    trend: pulse && rowTrend(pulse),
    lastAnswerText: pulse?.lastResponseAt === undefined ? '' : formatDate(pulse.lastResponseAt),
    reasons: risk.reasons.map((reason) => reasonWords(reason, context.now)),
    followUpId,
    canAsk: context.mayAct && !customer.isOnHold,
    canStart: context.mayAct && followUpId === undefined,
    isStarting: context.startingId === customer.id,
  };
}

function noScore(pulse: PulseFigures | undefined): string {
  if (pulse?.score !== undefined) return '';
  if (pulse?.lastResponseAt === undefined) return noneLabel;
  return pulse.isStale ? staleLabel : unratedLabel;
}

/** Undefined without an earlier pulse: then there is nothing to compare with. */
function rowTrend({ trend, priorScore, priorRatingCount }: PulseFigures): RowTrend | undefined {
  if (trend === undefined || priorScore === undefined) return undefined;
  const direction = Math.round(Math.abs(trend) * 10) === 0 ? 'level' : trend > 0 ? 'up' : 'down';
  const { icon, one, many } = TRENDS[direction];
  const change = formatScore(Math.abs(trend));
  return { icon, text: change, sentence: countLabel(priorRatingCount, one, many, change, formatScore(priorScore)) };
}

const TRENDS = {
  up: { icon: 'utility:arrowup', one: upOne, many: upMany },
  down: { icon: 'utility:arrowdown', one: downOne, many: downMany },
  level: { icon: 'utility:forward', one: levelOne, many: levelMany },
} as const;
