// Generated from lwc-ts-src/customerPulse/customerPulse.ts by `npm run build:lwc`. Change the source, not this file.
import { LightningElement, api, wire } from 'lwc';
import { getRecord } from 'lightning/uiRecordApi';
import { errorText, isNoAccess } from 'c/ldsErrors';
import { pageObject } from 'c/pulseSchema';
import { countLabel, FEW_ANSWERS, fill, formatDate, formatScore, formatWhole, WINDOW_DAYS } from 'c/pulseWording';
import { pulseFieldsOf, readPulse } from './pulseFigures';
import { pulseView } from './pulseState';
import { alertWords, answersWords, bandWords, gaugeSentence, lookOf, npsWords, rebaselineWords, segmentWords, soundnessWords, targetOf, targetWords, trendLine, yellowFromOf, } from './pulseSentences';
import { LABELS } from './labels';
const TREND_ICONS = {
    up: 'utility:arrowup',
    down: 'utility:arrowdown',
    level: 'utility:forward',
    unknown: 'utility:dash',
};
/** The customer's pulse on the record page of an account, a contact or one answer. */
export default class CustomerPulse extends LightningElement {
    @api
    recordId;
    @api
    objectApiName;
    /** Heading of the card, from the page's design; the label when left empty. */
    @api
    cardTitle;
    labels = LABELS;
    result = {};
    /** Only figures the user may read come back; one that is hidden never fails the rest. */
    @wire(getRecord, { recordId: '$recordId', optionalFields: '$fields' })
    wiredRecord(result) {
        this.result = result;
    }
    get fields() {
        const page = pageObject(this.objectApiName);
        return page && pulseFieldsOf(page);
    }
    get heading() {
        return this.cardTitle || LABELS.cardTitle;
    }
    get scope() {
        return pageObject(this.objectApiName) === 'account' ? LABELS.scopeAccount : LABELS.scopeContact;
    }
    get isLoading() {
        return this.result.data === undefined && this.result.error === undefined;
    }
    get hasError() {
        return this.result.error !== undefined && !isNoAccess(this.result.error);
    }
    get errorMessage() {
        return errorText(this.result.error);
    }
    get hasNoAccess() {
        return isNoAccess(this.result.error) || this.reading?.kind === 'noAccess';
    }
    get isNone() {
        return this.reading?.kind === 'none' || this.view?.state === 'none';
    }
    get isUnrated() {
        return this.view?.state === 'unrated';
    }
    get isStale() {
        return this.view?.state === 'stale';
    }
    get staleText() {
        return fill(LABELS.staleText, this.lastAnswer, formatWhole(WINDOW_DAYS));
    }
    /** What the score was before the customer fell silent; empty when that is not known or a score still stands. */
    get staleBefore() {
        const figures = this.figures;
        if (!figures || figures.score !== null || figures.priorScore === null)
            return '';
        return countLabel(figures.priorRatingCount, LABELS.staleBeforeOne, LABELS.staleBeforeMany, formatScore(figures.priorScore));
    }
    get hasScore() {
        return this.figures !== undefined && this.figures.score !== null;
    }
    get score() {
        return this.figures?.score ?? 0;
    }
    get scoreText() {
        return formatScore(this.score);
    }
    get target() {
        return this.figures && targetOf(this.figures);
    }
    get yellowFrom() {
        return this.figures && yellowFromOf(this.figures);
    }
    get targetText() {
        return this.figures ? targetWords(this.figures) : '';
    }
    get sentence() {
        return this.figures ? gaugeSentence(this.figures, this.score) : '';
    }
    get band() {
        return this.figures && lookOf(this.figures, this.score)?.band;
    }
    get bandText() {
        const look = this.figures && lookOf(this.figures, this.score);
        return look ? bandWords(look) : '';
    }
    get answersText() {
        return this.figures ? answersWords(this.figures) : '';
    }
    get hasFewAnswers() {
        return this.figures !== undefined && this.figures.ratingCount < FEW_ANSWERS;
    }
    get trendText() {
        return this.figures ? trendLine(this.figures).text : '';
    }
    /** Whether the trend is more than chance. */
    get soundnessText() {
        return this.figures ? soundnessWords(this.figures) : '';
    }
    get segmentText() {
        return this.figures ? segmentWords(this.figures) : '';
    }
    get rebaselineText() {
        return this.figures ? rebaselineWords(this.figures, Date.now()) : '';
    }
    get alertText() {
        return this.figures ? alertWords(this.figures) : '';
    }
    get trendIcon() {
        return TREND_ICONS[this.figures ? trendLine(this.figures).direction : 'unknown'];
    }
    get nps() {
        const figures = this.figures;
        const words = figures && npsWords(figures);
        return words && { ...words, few: figures.relationalCount < FEW_ANSWERS };
    }
    get lastAnswer() {
        const last = this.figures?.lastResponseAt;
        return last ? formatDate(last) : '';
    }
    get reading() {
        const page = pageObject(this.objectApiName);
        return page && this.result.data && readPulse(this.result.data, page);
    }
    get view() {
        const reading = this.reading;
        return reading?.kind === 'pulse' ? pulseView(reading, Date.now()) : undefined;
    }
    get figures() {
        return this.view?.figures;
    }
}
