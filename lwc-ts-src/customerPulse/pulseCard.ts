import { countLabel, FEW_ANSWERS, fill, formatDate, formatScore, formatWhole, WINDOW_DAYS } from 'c/pulseWording';
import { targetOf, yellowFromOf, type PulseFigures, type PulseView } from 'c/pulseRecord';
import { trendLine } from 'c/trendWords';
import {
  alertWords,
  answersWords,
  bandWords,
  gaugeSentence,
  lookOf,
  npsWords,
  rebaselineWords,
  segmentWords,
  targetWords,
} from './pulseSentences';
import { LABELS } from './labels';

/** One line of the card: a term and what is said of it. */
export interface Fact {
  readonly key: string;
  readonly title: string;
  readonly icon?: string;
  /** A figure that stands out before the words. */
  readonly figure?: string;
  readonly text: string;
  /** A further sentence, of less weight. */
  readonly note?: string;
  /** Whether the note warns. */
  readonly isWarning?: boolean;
}

/** The gauge with all that stands around it. */
export interface GaugeView {
  readonly score: number;
  readonly scoreText: string;
  readonly yellowFrom: number;
  readonly target: number;
  readonly sentence: string;
  readonly band: string | undefined;
  readonly bandText: string;
  readonly targetText: string;
  readonly segmentText: string;
}

/** The gauge of a score; undefined without one. */
export function gaugeView(figures: PulseFigures): GaugeView | undefined {
  const { score } = figures;
  if (score === null) return undefined;
  const look = lookOf(figures, score);
  return {
    score,
    scoreText: formatScore(score),
    yellowFrom: yellowFromOf(figures),
    target: targetOf(figures),
    sentence: gaugeSentence(figures, score),
    band: look?.band,
    bandText: look ? bandWords(look) : '',
    targetText: targetWords(figures),
    segmentText: segmentWords(figures),
  };
}

/** A warning below figures that rest on few answers. */
function fewNote(count: number): Pick<Fact, 'note' | 'isWarning'> {
  return count < FEW_ANSWERS ? { note: LABELS.fewAnswers, isWarning: true } : {};
}

/** The lines beside the gauge; those with nothing to say are left out. */
export function factsOf(figures: PulseFigures, now: number): Fact[] {
  const trend = trendLine(figures);
  const nps = npsWords(figures);
  const facts: Fact[] = [
    { key: 'answers', title: LABELS.answersTitle, text: answersWords(figures), ...fewNote(figures.ratingCount) },
    { key: 'trend', title: LABELS.trendTitle, icon: trend.icon, text: trend.text, note: trend.soundness },
    { key: 'rebaseline', title: LABELS.rebaselineTitle, icon: 'utility:date_input', text: rebaselineWords(figures, now) },
    { key: 'alert', title: LABELS.alertTitle, icon: 'utility:notification', text: alertWords(figures) },
    { key: 'nps', title: LABELS.npsTitle, figure: nps?.value ?? '', text: nps?.basis ?? '', ...fewNote(figures.relationalCount) },
    { key: 'last', title: LABELS.lastAnswerTitle, text: figures.lastResponseAt === null ? '' : formatDate(figures.lastResponseAt) },
  ];
  return facts.filter(({ text }) => text !== '');
}

/** What to say of a customer who has gone quiet; empty for others. */
export function staleWords({ state, figures }: PulseView): string[] {
  if (state !== 'stale' || figures.lastResponseAt === null) return [];
  const last = fill(LABELS.staleText, formatDate(figures.lastResponseAt), formatWhole(WINDOW_DAYS));
  if (figures.score !== null || figures.priorScore === null) return [last];
  return [last, countLabel(figures.priorRatingCount, LABELS.staleBeforeOne, LABELS.staleBeforeMany, formatScore(figures.priorScore))];
}
