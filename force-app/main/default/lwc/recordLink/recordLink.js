// Generated from lwc-ts-src/recordLink/recordLink.ts by `npm run build:lwc`. Change the source, not this file.
import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
/** A link to a record's page. It stays plain text where pages of records cannot be reached from. */
export default class RecordLink extends NavigationMixin(LightningElement) {
    @api
    get recordId() {
        return this.record;
    }
    set recordId(recordId) {
        this.record = recordId;
        if (this.isConnected)
            void this.makeLink();
    }
    /** The words of the link. */
    @api
    label = '';
    /** Spoken after the words, where they alone do not say which record. */
    @api
    assistiveText = '';
    /** `button` for a link that looks like one. */
    @api
    variant = 'link';
    /** Opens another window or tab: for pages that stand inside another program. */
    @api
    opensNewTab = false;
    url = '';
    record;
    wantsFocus = false;
    /** A link that was just made has its address a moment later: the focus waits for it. */
    @api
    focus() {
        const anchor = this.template?.querySelector('a');
        anchor?.focus();
        this.wantsFocus = !anchor;
    }
    renderedCallback() {
        if (this.wantsFocus)
            this.focus();
    }
    connectedCallback() {
        void this.makeLink();
    }
    get linkClass() {
        return this.variant === 'button' ? 'slds-button slds-button_neutral' : 'text';
    }
    get target() {
        return this.opensNewTab ? '_blank' : null;
    }
    open(event) {
        if (!this.record || this.opensNewTab || opensElsewhere(event))
            return;
        event.preventDefault();
        this[NavigationMixin.Navigate](recordPage(this.record));
    }
    async makeLink() {
        const id = this.record;
        try {
            const url = id ? await this[NavigationMixin.GenerateUrl](recordPage(id)) : '';
            if (id === this.record)
                this.url = url;
        }
        catch {
            this.url = '';
        }
    }
}
function recordPage(recordId) {
    return { type: 'standard__recordPage', attributes: { recordId, actionName: 'view' } };
}
/** A click with a key held asks the browser for a new tab or window: then the link itself does the work. */
function opensElsewhere(event) {
    return event instanceof MouseEvent && (event.ctrlKey || event.metaKey || event.shiftKey);
}
