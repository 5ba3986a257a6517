// Generated from lwc-ts-src/pulseTrendCard/pulseTrendCard.ts by `npm run build:lwc`. Change the source, not this file.
import { api, wire } from 'lwc';
import { gql, graphql } from 'lightning/graphql';
import { latest } from 'c/latest';
import { PulseDetailsCard } from 'c/pulseDetails';
import { answersDocument, monthOf, readDots, SHOWN_MONTHS } from 'c/pulseQueries';
import { fill, formatScore, formatWhole, WINDOW_DAYS } from 'c/pulseWording';
import { trendView } from './trendView';
import { LABELS } from './labels';
const NO_DOTS = [];
/** The pulse over the last two years, with its target, its window, and the answers as dots for those who want them. */
export default class PulseTrendCard extends PulseDetailsCard {
    /** Shows the single answers from the beginning. */
    @api
    showAnswers = false;
    words = LABELS;
    viewOf = latest(trendView);
    dotsOf = latest(readDots);
    isShowing;
    answers = {};
    /** Single answers are asked for when somebody wants to see them. */
    @wire(graphql, { query: '$answersQuery', variables: '$answersVariables' })
    wiredAnswers(result) {
        this.answers = result;
    }
    get answersQuery() {
        if (!this.hasAnswers || !this.figures)
            return undefined;
        return gql `
      ${answersDocument(this.level, monthOf(this.now) - SHOWN_MONTHS)}
    `;
    }
    get answersVariables() {
        return { pulse: this.figures?.pulseId };
    }
    get view() {
        const { details, figures } = this;
        return details && figures && this.viewOf(details, figures, this.dots, this.now);
    }
    get legend() {
        const { figures, view } = this;
        const target = view?.trend.points[view.trend.points.length - 1]?.target;
        return [
            { key: 'line', className: 'swatch line', text: LABELS.pulse },
            { key: 'target', className: 'swatch target', text: target === undefined ? '' : fill(LABELS.target, formatScore(target)) },
            { key: 'window', className: 'swatch window', text: fill(LABELS.window, formatWhole(WINDOW_DAYS)) },
        ].filter(({ text }) => figures !== undefined && text !== '');
    }
    get hasAnswers() {
        return this.isShowing ?? this.showAnswers;
    }
    get pressed() {
        return this.hasAnswers ? 'true' : 'false';
    }
    get answersText() {
        return this.hasAnswers ? LABELS.answersHide : LABELS.answersShow;
    }
    /** What to say of the answers: that they failed, or that there are more. */
    get answersNote() {
        if (!this.hasAnswers)
            return '';
        const total = this.answers.data?.uiapi.query.answers?.totalCount ?? 0;
        if (!this.answers.data)
            return this.answers.errors ? LABELS.answersFailed : '';
        return total > this.dots.length ? fill(LABELS.answersNewest, formatWhole(this.dots.length), formatWhole(total)) : '';
    }
    get isWaiting() {
        return this.isBusy || (this.hasAnswers && this.figures !== undefined && !this.answers.data && !this.answers.errors);
    }
    toggleAnswers() {
        this.isShowing = !this.hasAnswers;
    }
    openAnswer(event) {
        this.goToRecord(event.detail.id);
    }
    get dots() {
        return this.hasAnswers && this.answers.data ? this.dotsOf(this.answers.data) : NO_DOTS;
    }
}
