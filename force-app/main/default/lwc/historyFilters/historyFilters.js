// Generated from lwc-ts-src/historyFilters/historyFilters.ts by `npm run build:lwc`. Change the source, not this file.
import { LightningElement, api } from 'lwc';
import { choiceCount, NO_CHOICES } from 'c/historyCriteria';
import { fill, formatWhole } from 'c/pulseWording';
import { ALL, BAND_OPTIONS, FOLLOW_UP_OPTIONS, PERIOD_OPTIONS, PROGRAM_OPTIONS, touchpointOptions } from './options';
import { LABELS } from './labels';
/**
 * Search and filters over the answers; the filters come out behind a button, so that a narrow card stays short.
 * @fires choose with all `Choices` as they are now
 */
export default class HistoryFilters extends LightningElement {
    @api
    choices = NO_CHOICES;
    /** Touchpoints that can be chosen. */
    @api
    touchpoints = [];
    labels = LABELS;
    isOpen = false;
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
    get openLabel() {
        return this.count === 0 ? LABELS.open : fill(LABELS.openCount, formatWhole(this.count));
    }
    /** `aria-expanded` takes the words true and false. */
    get expanded() {
        return String(this.isOpen);
    }
    get canClear() {
        return this.count > 0 || this.choices.search !== '';
    }
    toggle() {
        this.isOpen = !this.isOpen;
    }
    search(event) {
        this.choose({ search: event.detail.value });
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
    clear() {
        this.choose(NO_CHOICES);
    }
    get count() {
        return choiceCount(this.choices);
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
