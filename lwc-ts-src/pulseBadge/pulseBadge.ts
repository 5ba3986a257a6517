import { LightningElement, api, wire } from 'lwc';
import { getRecord, type RecordResult } from 'lightning/uiRecordApi';
import { bandLook, scoreBand } from 'c/pulseBands';
import { pulseFieldsOf, readPulse, type PulseFigures } from 'c/pulseRecord';
import { pulsePage } from 'c/pulseSchema';
import { countLabel, fill, formatScore } from 'c/pulseWording';
import { trendLine, type TrendLine } from 'c/trendWords';
import bandWords from '@salesforce/label/c.Pulse_Band_Words';
import countAnswersMany from '@salesforce/label/c.Pulse_Count_Answers_Many';
import countAnswersOne from '@salesforce/label/c.Pulse_Count_Answers_One';
import noAccess from '@salesforce/label/c.Pulse_No_Access_Title';
import none from '@salesforce/label/c.Pulse_None_Title';
import sentence from '@salesforce/label/c.Pulse_Gauge_Sentence';
import title from '@salesforce/label/c.Pulse_Card_Title';

/** Lines used where a pulse carries none of its own. */
const DEFAULT_TARGET = 9;
const DEFAULT_YELLOW_FROM = 7;

interface BadgeView {
  readonly band: string | undefined;
  readonly text: string;
  readonly spoken: string;
  readonly answers: string;
  readonly trend: TrendLine;
  readonly hasTrend: boolean;
}

/**
 * A pulse in one line: shape and score, number of answers, trend. It reads the pulse of a record, or shows the values it is given,
 * for lists that have read many of them.
 */
export default class PulseBadge extends LightningElement {
  @api recordId: string | undefined;
  @api objectApiName: string | undefined;

  /** Values to be shown where no record is given. */
  @api score: number | null | undefined;
  @api band: string | null | undefined;
  @api ratingCount: number | null | undefined;
  @api trend: number | null | undefined;
  @api priorScore: number | null | undefined;
  @api priorRatingCount: number | null | undefined;
  @api trendIsSound: boolean | null | undefined;

  /** Leaves out the words before the badge, which a page needs and a list does not. */
  @api hideTitle = false;

  titleText = title;

  private record: RecordResult = {};

  @wire(getRecord, { recordId: '$recordId', optionalFields: '$fields' })
  wiredRecord(result: RecordResult): void {
    this.record = result;
  }

  get fields(): string[] | undefined {
    const page = pulsePage(this.objectApiName);
    return page && pulseFieldsOf(page);
  }

  get hasTitle(): boolean {
    return this.recordId !== undefined && !this.hideTitle;
  }

  /** The sentence of a pulse begins with the same words. */
  get hidesTitle(): 'true' | null {
    return this.view ? 'true' : null;
  }

  get isWaiting(): boolean {
    return this.recordId !== undefined && !this.record.data && !this.record.error;
  }

  /** Words where there is no badge to show. */
  get words(): string {
    if (this.isWaiting || this.view) return '';
    return this.recordId !== undefined && this.reading?.kind !== 'none' && !this.figures ? noAccess : none;
  }

  get view(): BadgeView | undefined {
    const figures = this.recordId === undefined ? this.given : this.figures;
    if (typeof figures?.score !== 'number') return undefined;
    const { score, ratingCount } = figures;
    const band = figures.band ?? scoreBand(score, figures.yellowFrom ?? DEFAULT_YELLOW_FROM, figures.target ?? DEFAULT_TARGET);
    const look = bandLook(band);
    const trend = trendLine(figures);
    return {
      band: look?.band,
      text: formatScore(score),
      spoken: fill(sentence, formatScore(score), look ? fill(bandWords, look.label, look.scoreMeaning) : ''),
      answers: countLabel(ratingCount, countAnswersOne, countAnswersMany),
      trend,
      hasTrend: trend.direction !== 'unknown',
    };
  }

  private get reading(): ReturnType<typeof readPulse> | undefined {
    const page = pulsePage(this.objectApiName);
    return page && this.record.data && readPulse(this.record.data, page);
  }

  private get figures(): PulseFigures | undefined {
    return this.reading?.kind === 'pulse' ? this.reading.figures : undefined;
  }

  private get given(): Pick<
    PulseFigures,
    'score' | 'band' | 'ratingCount' | 'trend' | 'priorScore' | 'priorRatingCount' | 'trendIsSound' | 'target' | 'yellowFrom'
  > {
    return {
      score: this.score ?? null,
      band: this.band ?? null,
      ratingCount: this.ratingCount ?? 0,
      trend: this.trend ?? null,
      priorScore: this.priorScore ?? null,
      priorRatingCount: this.priorRatingCount ?? 0,
      trendIsSound: this.trendIsSound ?? null,
      target: null,
      yellowFrom: null,
    };
  }
}
