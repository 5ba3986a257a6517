// Generated from lwc-ts-src/customerPulse/customerPulse.ts by `npm run build:lwc`. Change the source, not this file.
import { api } from 'lwc';
import FORM_FACTOR from '@salesforce/client/formFactor';
import { latest } from 'c/latest';
import { PulseElement } from 'c/pulseElement';
import { pulseView } from 'c/pulseRecord';
import { factsOf, gaugeView, staleWords } from './pulseCard';
import { LABELS } from './labels';
/**
 * The spread, asked for before it is known whether the page is an account's: on a desktop it stands in the window, and knowing takes
 * longer than fetching it. One that does not come is asked for again where it is wanted.
 */
const early = FORM_FACTOR === 'Large' ? import('c/pulseSpreads').catch(() => undefined) : undefined;
/** The customer's pulse on the record page of an account, a contact, one answer, or a pulse itself. */
export default class CustomerPulse extends PulseElement {
    /** Heading of the card, from the page's design; the label when left empty. */
    @api
    cardTitle;
    /** Leaves out the spread over people and touchpoints, where room is short. */
    @api
    hideSpread = false;
    labels = LABELS;
    gaugeOf = latest(gaugeView);
    factsOf = latest(factsOf);
    formula;
    /** Fetched beside the record: the pulse itself does not wait for it. */
    spreads;
    isExplained = false;
    connectedCallback() {
        if (this.wantsSpreads)
            void this.fetchSpreads();
    }
    get heading() {
        return this.cardTitle || LABELS.cardTitle;
    }
    get scope() {
        return this.level === 'account' ? LABELS.scopeAccount : LABELS.scopeContact;
    }
    get state() {
        const state = this.cardState;
        return state === 'ready' && (this.view?.state === 'none' || this.view?.state === 'unrated') ? 'empty' : state;
    }
    get stateTitle() {
        if (this.state === 'empty')
            return this.view?.state === 'unrated' ? LABELS.unratedTitle : LABELS.noneTitle;
        return this.state === 'error' ? LABELS.errorTitle : LABELS.noAccessTitle;
    }
    get stateText() {
        if (this.state === 'empty')
            return this.view?.state === 'unrated' ? LABELS.unratedText : LABELS.noneText;
        return this.state === 'error' ? this.errorMessage : LABELS.noAccessText;
    }
    get gauge() {
        return this.figures && this.gaugeOf(this.figures);
    }
    get facts() {
        return this.figures && this.gauge ? this.factsOf(this.figures, this.now) : [];
    }
    get staleTexts() {
        return this.view ? staleWords(this.view) : [];
    }
    get isStale() {
        return this.staleTexts.length > 0;
    }
    /** The height of what will be shown, so that nothing below moves when it comes. */
    get bodyHeight() {
        if (this.state !== 'loading' && !this.gauge)
            return '18rem';
        return this.wantsSpreads ? '38rem' : '29.5rem';
    }
    get formulaText() {
        return this.isExplained ? LABELS.formulaHide : LABELS.formulaShow;
    }
    get isExplainedText() {
        return this.isExplained ? 'true' : 'false';
    }
    /** The explanation is fetched when somebody asks for it. */
    async explain() {
        this.isExplained = !this.isExplained;
        this.formula ??= (await import('c/formulaSteps')).default;
    }
    seeAnswers() {
        this.goToAnswers({ period: 'window' });
    }
    /** The answer's own page shows the pulse of its customer; who that is spread over stands on the customer's page. */
    get wantsSpreads() {
        return this.level === 'account' && !this.hideSpread;
    }
    async fetchSpreads() {
        this.spreads = ((await early) ?? (await import('c/pulseSpreads'))).default;
    }
    get view() {
        return this.reading?.kind === 'pulse' ? pulseView(this.reading, this.now) : undefined;
    }
}
