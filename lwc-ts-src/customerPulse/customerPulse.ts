import { LightningElement, api, wire } from 'lwc';
import { getRecord, type RecordResult } from 'lightning/uiRecordApi';
import { errorText, isNoAccess } from 'c/ldsErrors';
import { pageObject } from 'c/pulseSchema';
import { countLabel, FEW_ANSWERS, fill, formatDate, formatScore, formatWhole, WINDOW_DAYS } from 'c/pulseWording';
import { pulseFieldsOf, readPulse, type PulseFigures, type PulseReading } from './pulseFigures';
import { pulseView, type PulseView } from './pulseState';
import {
  alertWords,
  answersWords,
  bandWords,
  gaugeSentence,
  lookOf,
  npsWords,
  rebaselineWords,
  segmentWords,
  soundnessWords,
  targetOf,
  targetWords,
  trendLine,
  yellowFromOf,
  type TrendDirection,
} from './pulseSentences';
import { LABELS } from './labels';

const TREND_ICONS: Readonly<Record<TrendDirection, string>> = {
  up: 'utility:arrowup',
  down: 'utility:arrowdown',
  level: 'utility:forward',
  unknown: 'utility:dash',
};

/** The customer's pulse on the record page of an account, a contact or one answer. */
export default class CustomerPulse extends LightningElement {
  @api recordId: string | undefined;
  @api objectApiName: string | undefined;

  /** Heading of the card, from the page's design; the label when left empty. */
  @api cardTitle: string | undefined;

  labels = LABELS;

  private result: RecordResult = {};

  /** Only figures the user may read come back; one that is hidden never fails the rest. */
  @wire(getRecord, { recordId: '$recordId', optionalFields: '$fields' })
  wiredRecord(result: RecordResult): void {
    this.result = result;
  }

  get fields(): string[] | undefined {
    const page = pageObject(this.objectApiName);
    return page && pulseFieldsOf(page);
  }

  get heading(): string {
    return this.cardTitle || LABELS.cardTitle;
  }

  get scope(): string {
    return pageObject(this.objectApiName) === 'account' ? LABELS.scopeAccount : LABELS.scopeContact;
  }

  get isLoading(): boolean {
    return this.result.data === undefined && this.result.error === undefined;
  }

  get hasError(): boolean {
    return this.result.error !== undefined && !isNoAccess(this.result.error);
  }

  get errorMessage(): string {
    return errorText(this.result.error);
  }

  get hasNoAccess(): boolean {
    return isNoAccess(this.result.error) || this.reading?.kind === 'noAccess';
  }

  get isNone(): boolean {
    return this.reading?.kind === 'none' || this.view?.state === 'none';
  }

  get isUnrated(): boolean {
    return this.view?.state === 'unrated';
  }

  get isStale(): boolean {
    return this.view?.state === 'stale';
  }

  get staleText(): string {
    return fill(LABELS.staleText, this.lastAnswer, formatWhole(WINDOW_DAYS));
  }

  /** What the score was before the customer fell silent; empty when that is not known or a score still stands. */
  get staleBefore(): string {
    const figures = this.figures;
    if (!figures || figures.score !== null || figures.priorScore === null) return '';
    return countLabel(figures.priorRatingCount, LABELS.staleBeforeOne, LABELS.staleBeforeMany, formatScore(figures.priorScore));
  }

  get hasScore(): boolean {
    return this.figures !== undefined && this.figures.score !== null;
  }

  get score(): number {
    return this.figures?.score ?? 0;
  }

  get scoreText(): string {
    return formatScore(this.score);
  }

  get target(): number | undefined {
    return this.figures && targetOf(this.figures);
  }

  get yellowFrom(): number | undefined {
    return this.figures && yellowFromOf(this.figures);
  }

  get targetText(): string {
    return this.figures ? targetWords(this.figures) : '';
  }

  get sentence(): string {
    return this.figures ? gaugeSentence(this.figures, this.score) : '';
  }

  get band(): string | undefined {
    return this.figures && lookOf(this.figures, this.score)?.band;
  }

  get bandText(): string {
    const look = this.figures && lookOf(this.figures, this.score);
    return look ? bandWords(look) : '';
  }

  get answersText(): string {
    return this.figures ? answersWords(this.figures) : '';
  }

  get hasFewAnswers(): boolean {
    return this.figures !== undefined && this.figures.ratingCount < FEW_ANSWERS;
  }

  get trendText(): string {
    return this.figures ? trendLine(this.figures).text : '';
  }

  /** Whether the trend is more than chance. */
  get soundnessText(): string {
    return this.figures ? soundnessWords(this.figures) : '';
  }

  get segmentText(): string {
    return this.figures ? segmentWords(this.figures) : '';
  }

  get rebaselineText(): string {
    return this.figures ? rebaselineWords(this.figures, Date.now()) : '';
  }

  get alertText(): string {
    return this.figures ? alertWords(this.figures) : '';
  }

  get trendIcon(): string {
    return TREND_ICONS[this.figures ? trendLine(this.figures).direction : 'unknown'];
  }

  get nps(): { value: string; basis: string; few: boolean } | undefined {
    const figures = this.figures;
    const words = figures && npsWords(figures);
    return words && { ...words, few: figures.relationalCount < FEW_ANSWERS };
  }

  get lastAnswer(): string {
    const last = this.figures?.lastResponseAt;
    return last ? formatDate(last) : '';
  }

  private get reading(): PulseReading | undefined {
    const page = pageObject(this.objectApiName);
    return page && this.result.data && readPulse(this.result.data, page);
  }

  private get view(): PulseView | undefined {
    const reading = this.reading;
    return reading?.kind === 'pulse' ? pulseView(reading, Date.now()) : undefined;
  }

  private get figures(): PulseFigures | undefined {
    return this.view?.figures;
  }
}
