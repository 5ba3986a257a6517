// Generated from lwc-ts-src/cardFrame/cardFrame.ts by `npm run build:lwc`. Change the source, not this file.
import { LightningElement, api } from 'lwc';
import { LABELS } from './labels';
const LOOKS = {
    empty: { icon: 'utility:info', title: '', text: '' },
    error: { icon: 'utility:warning', title: LABELS.errorTitle, text: LABELS.errorText },
    noAccess: { icon: 'utility:lock', title: LABELS.noAccessTitle, text: LABELS.noAccessText },
};
/**
 * The frame that all cards share: a heading, actions, and one of five states. The body keeps its height in all of them, so that
 * nothing below moves when the data come. The default slot is shown in the state `ready`, the slot `state` below the words of
 * the others.
 * @fires retry when a person wants to try again after an error
 */
export default class CardFrame extends LightningElement {
    @api
    heading = '';
    /** Icon before the heading, for example `standard:feedback`; none in a narrow panel. */
    @api
    iconName;
    @api
    state = 'loading';
    /** Words of the states `empty`, `error` and `noAccess`; the latter two have words of their own. */
    @api
    stateTitle;
    @api
    stateText;
    /** Least height of the body, a CSS length: the height that its content will have. */
    @api
    bodyHeight = '8rem';
    /** Data that are shown are being fetched again. */
    @api
    busy = false;
    /** Level of the heading: 2, or 3 inside another card. */
    @api
    headingLevel = 2;
    /** Without the icon, and with less room at the sides. */
    @api
    compact = false;
    labels = LABELS;
    hasFooter = false;
    /** Puts the focus on the heading: after a step that took away what had it. */
    @api
    focus() {
        this.template?.querySelector('.heading')?.focus();
    }
    get isLevel3() {
        return Number(this.headingLevel) === 3;
    }
    get hasIcon() {
        return Boolean(this.iconName) && !this.compact;
    }
    get isLoading() {
        return this.state === 'loading';
    }
    get isReady() {
        return this.state === 'ready';
    }
    get isError() {
        return this.state === 'error';
    }
    /** Only what went wrong interrupts a person who listens. */
    get stateRole() {
        return this.isError ? 'alert' : null;
    }
    get message() {
        if (this.state === 'loading' || this.state === 'ready')
            return undefined;
        const look = LOOKS[this.state];
        return { icon: look.icon, title: this.stateTitle || look.title, text: this.stateText || look.text };
    }
    /** Said, not shown: the bar shows it. */
    get statusText() {
        if (this.isLoading)
            return LABELS.loading;
        return this.busy ? LABELS.refreshing : '';
    }
    get isBusy() {
        return this.isLoading || this.busy ? 'true' : 'false';
    }
    get bodyStyle() {
        return `min-height: ${this.bodyHeight}`;
    }
    get bodyClass() {
        return this.compact ? 'body slds-p-horizontal_small' : 'body slds-p-horizontal_medium';
    }
    get footerClass() {
        return this.hasFooter ? 'slds-card__footer' : 'slds-hide';
    }
    fillFooter(event) {
        this.hasFooter = event.target instanceof HTMLSlotElement && event.target.assignedElements().length > 0;
    }
    retry() {
        this.dispatchEvent(new CustomEvent('retry'));
    }
}
