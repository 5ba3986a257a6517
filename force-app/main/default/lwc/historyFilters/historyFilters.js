// Generated from lwc-ts-src/historyFilters/historyFilters.ts by `npm run build:lwc`. Change the source, not this file.
import { LightningElement, api } from 'lwc';
import { NO_CHOICES } from 'c/historyCriteria';
import { ALL, BAND_OPTIONS, FOLLOW_UP_OPTIONS, PERIOD_OPTIONS, PROGRAM_OPTIONS, touchpointOptions } from './options';
import { LABELS } from './labels';
/**
 * The filters over the answers, which come out behind a button, so that a narrow card stays short.
 * @fires choose with all `Choices` as they are now
 */
export default class HistoryFilters extends LightningElement {
    @api
    choices = NO_CHOICES;
    /** Touchpoints that can be chosen. */
    @api
    touchpoints = [];
    labels = LABELS;
    get filters() {
        const { band, touchpoint, program, period, followUp } = this.choices;
        return [
            { key: 'band', label: LABELS.band, options: BAND_OPTIONS, value: band ?? ALL },
            { key: 'touchpoint', label: LABELS.touchpoint, options: this.touchpointOptions, value: touchpoint ?? ALL },
            { key: 'program', label: LABELS.program, options: PROGRAM_OPTIONS, value: program ?? ALL },
            { key: 'period', label: LABELS.period, options: PERIOD_OPTIONS, value: period ?? ALL },
            { key: 'followUp', label: LABELS.followUp, options: FOLLOW_UP_OPTIONS, value: followUp ?? ALL },
        ];
    }
    pick(event) {
        const key = event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset['filter'] : undefined;
        const { value } = event.detail;
        if (key !== undefined)
            this.choose({ [key]: value === ALL ? undefined : value });
    }
    pickComment(event) {
        this.choose({ withComment: event.detail.checked });
    }
    /** A touchpoint that was asked for from elsewhere may not have been met yet. */
    get touchpointOptions() {
        const { touchpoint } = this.choices;
        const known = this.touchpoints;
        return touchpointOptions(touchpoint === undefined || known.includes(touchpoint) ? known : [...known, touchpoint]);
    }
    choose(change) {
        this.dispatchEvent(new CustomEvent('choose', { detail: { ...this.choices, ...change } }));
    }
}
