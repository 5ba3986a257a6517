// Generated from lwc-ts-src/setupStep/setupStep.ts by `npm run build:lwc`. Change the source, not this file.
import { LightningElement, api, wire } from 'lwc';
import { gql, graphql } from 'lightning/graphql';
import { NavigationMixin } from 'lightning/navigation';
import { fill } from 'c/pulseWording';
import { CHECKS } from 'c/setupChecks';
import { stepDetail, stepState } from './stepState';
import { LABELS } from './labels';
const LOOKS = {
    done: { icon: 'utility:success', variant: 'success', words: LABELS.done },
    missing: { icon: 'utility:warning', variant: 'warning', words: LABELS.missing },
    unseen: { icon: 'utility:help', variant: '', words: LABELS.unseen },
    notNeeded: { icon: 'utility:ban', variant: '', words: LABELS.notNeeded },
    checking: { icon: 'utility:clock', variant: '', words: LABELS.checking },
};
/** One step of the setup: looks for itself where it can, and says what it found. */
export default class SetupStep extends NavigationMixin(LightningElement) {
    @api
    step;
    /** Whether the user may tick. */
    @api
    canMark = false;
    /** What was ticked, or what the sync service said. */
    @api
    get record() {
        return this.stepRecord;
    }
    set record(record) {
        this.stepRecord = record;
        this.tell();
    }
    /** Whether why and how are shown. */
    @api
    get expanded() {
        return this.isOpen;
    }
    set expanded(expanded) {
        this.isOpen = expanded;
    }
    labels = LABELS;
    isOpen = false;
    placeUrl = '';
    stepRecord;
    look = 'checking';
    refreshWire;
    told;
    @wire(graphql, { query: '$query' })
    wiredCheck({ data, errors, refresh }) {
        const check = CHECKS[this.step?.key ?? ''];
        if (!check)
            return;
        this.refreshWire = refresh;
        if (errors?.length)
            this.look = 'failed';
        else if (data)
            this.look = { finding: check.read(data.uiapi.query, Date.now()) };
        else
            return;
        this.tell();
    }
    connectedCallback() {
        if (!CHECKS[this.step?.key ?? ''])
            this.look = 'none';
        const page = this.step?.place?.page;
        if (page) {
            void this[NavigationMixin.GenerateUrl](page).then((url) => {
                this.placeUrl = url;
            });
        }
        this.tell();
    }
    get query() {
        const check = CHECKS[this.step?.key ?? ''];
        return (check &&
            gql `
        ${check.query}
      `);
    }
    get state() {
        return stepState(this.look, this.stepRecord);
    }
    get stateWords() {
        return LOOKS[this.state].words;
    }
    get icon() {
        return LOOKS[this.state].icon;
    }
    get variant() {
        return LOOKS[this.state].variant;
    }
    get detail() {
        return stepDetail(this.look, this.stepRecord);
    }
    /** What nobody can look at says so where its instructions are. */
    get isUnseen() {
        return this.state === 'unseen' && this.look === 'none';
    }
    get chevron() {
        return this.isOpen ? 'utility:chevrondown' : 'utility:chevronright';
    }
    /** `aria-expanded` takes the words true and false. */
    get ariaExpandedText() {
        return String(this.isOpen);
    }
    get placeLabel() {
        return this.step?.place ? fill(LABELS.open, this.step.place.label) : '';
    }
    /** A setup page opens beside this one, so that the steps stay in sight. */
    get placeTarget() {
        return this.step?.place?.page.type === 'standard__webPage' ? '_blank' : null;
    }
    get canMarkDone() {
        const isTicked = this.stepRecord?.status === 'Done' && this.state === 'done';
        return this.canMark && typeof this.look === 'string' && this.look !== 'checking' && !isTicked;
    }
    get canMarkNotNeeded() {
        return this.canMark && this.state !== 'notNeeded' && this.state !== 'done';
    }
    get canMarkMissing() {
        return (this.canMark && (this.stepRecord?.status === 'NotNeeded' || (this.stepRecord?.status === 'Done' && typeof this.look === 'string')));
    }
    /** Looks again, past the cache. */
    @api
    async check() {
        await this.refreshWire?.();
    }
    /** Opens the step and puts the focus on its heading. */
    @api
    reveal() {
        this.isOpen = true;
        this.template?.querySelector('[data-action="toggle"]')?.focus();
        this.template?.querySelector('article')?.scrollIntoView({ block: 'nearest' });
    }
    toggle() {
        this.isOpen = !this.isOpen;
    }
    openPlace(event) {
        const page = this.step?.place?.page;
        if (!page || page.type === 'standard__webPage' || (event instanceof MouseEvent && (event.ctrlKey || event.metaKey || event.shiftKey)))
            return;
        event.preventDefault();
        this[NavigationMixin.Navigate](page);
    }
    markDone() {
        this.mark('Done');
    }
    markNotNeeded() {
        this.mark('NotNeeded');
    }
    markMissing() {
        this.mark('Missing');
    }
    mark(status) {
        this.dispatchEvent(new CustomEvent('mark', { detail: { key: this.step?.key ?? '', status } }));
    }
    tell() {
        if (!this.isConnected || this.state === this.told)
            return;
        this.told = this.state;
        this.dispatchEvent(new CustomEvent('statechange', { detail: { key: this.step?.key ?? '', state: this.state } }));
    }
}
