// Generated from lwc-ts-src/feedbackPanel/feedbackPanel.ts by `npm run build:lwc`. Change the source, not this file.
import { LightningElement, api, wire } from 'lwc';
import { gql, graphql } from 'lightning/graphql';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { getRecord } from 'lightning/uiRecordApi';
import { errorText, isNoAccess } from 'c/ldsErrors';
import { fill } from 'c/pulseWording';
import { followUpRow, responseRow } from 'c/responseRows';
import { panelQuery } from './panelQuery';
import { FOLLOW_UP } from './schema';
import { addressOf, objectOf } from './subject';
import { LABELS } from './labels';
const ANSWERS = 3;
/** A customer's feedback beside a mail, a case or a record: the pulse, the last answers, the open follow-ups, and asking. */
export default class FeedbackPanel extends LightningElement {
    /** Record whose customer is shown: a contact, an account or a case. */
    @api
    recordId;
    /** Address whose contact is shown, where there is no record: `ann@lee.example` or `Ann Lee <ann@lee.example>`. */
    @api
    email;
    /** Heading, from the page's design; the label when left empty. */
    @api
    cardTitle;
    /** Opens links in another window or tab: for a panel that stands inside another program. */
    @api
    opensNewTab = false;
    labels = LABELS;
    isAsking = false;
    addressees = [];
    chosenId;
    caseRecord = {};
    result;
    mayAsk = false;
    isClosed = false;
    isRefreshing = false;
    @wire(getRecord, { recordId: '$caseId', optionalFields: ['Case.ContactId', 'Case.AccountId'] })
    wiredCase(result) {
        this.caseRecord = result;
    }
    @wire(graphql, { query: '$query', variables: '$variables' })
    wiredPanel(result) {
        this.result = result;
        // One address, several contacts: they stay in the picker when one of them is chosen.
        if (this.chosenId === undefined)
            this.addressees = this.customers;
    }
    /** Who may make follow-ups may ask for feedback: the same permission sets open both. */
    @wire(getObjectInfo, { objectApiName: FOLLOW_UP })
    wiredInfo({ data, error }) {
        this.mayAsk = data?.createable === true;
        this.isClosed = isNoAccess(error);
    }
    get caseId() {
        return this.recordId !== undefined && objectOf(this.recordId) === 'Case' ? this.recordId : undefined;
    }
    get query() {
        const { subject } = this;
        if (!subject)
            return undefined;
        return gql `
      ${panelQuery(subject, ANSWERS)}
    `;
    }
    get variables() {
        return { value: this.subject?.value };
    }
    get heading() {
        return this.cardTitle || LABELS.title;
    }
    get state() {
        if (this.isClosed || isNoAccess(this.caseRecord.error))
            return 'noAccess';
        if (this.caseRecord.error || (this.result?.errors?.length && !this.nodes))
            return 'error';
        if (!this.subject)
            return this.caseId !== undefined && !this.caseRecord.data ? 'loading' : 'empty';
        if (!this.nodes)
            return 'loading';
        return this.customers.length === 0 ? 'empty' : 'ready';
    }
    get stateTitle() {
        if (this.state === 'error')
            return LABELS.errorTitle;
        return this.state === 'empty' ? LABELS.noContactTitle : undefined;
    }
    get stateText() {
        if (this.state === 'error')
            return errorText(this.result?.errors ?? this.caseRecord.error) || undefined;
        if (this.state !== 'empty')
            return undefined;
        const address = addressOf(this.email);
        return this.recordId === undefined && address !== '' ? fill(LABELS.noContactText, address) : LABELS.noSubjectText;
    }
    get customers() {
        return (this.nodes?.customers?.edges ?? []).map(({ node }) => customerView(node));
    }
    /** Several contacts share the address, as people do who work for two accounts. */
    get hasSeveral() {
        return this.addressees.length > 1;
    }
    get pickedId() {
        return this.chosenId ?? this.customer?.id;
    }
    get customer() {
        return this.customers[0];
    }
    /** The figures of the badge; null where there is none or it is hidden. */
    get badge() {
        const pulse = this.nodes?.customers?.edges[0]?.node.pulse;
        const value = (figure) => pulse?.[figure]?.value ?? null;
        return {
            score: value('score'),
            band: value('band'),
            ratingCount: value('ratingCount'),
            trend: value('trend'),
            trendIsSound: value('trendIsSound'),
            priorScore: value('priorScore'),
            priorRatingCount: value('priorRatingCount'),
        };
    }
    get answers() {
        return (this.nodes?.answers?.edges ?? []).map(({ node }) => responseRow(node, Date.now()));
    }
    get hasNoAnswers() {
        return this.answers.length === 0;
    }
    get followUps() {
        return (this.nodes?.followUps?.edges ?? []).map(({ node }) => {
            const row = followUpRow(node, Date.now());
            return { ...row, icon: row.state === 'overdue' ? 'utility:warning' : 'utility:clock' };
        });
    }
    get hasFollowUps() {
        return this.followUps.length > 0;
    }
    get canAsk() {
        return this.mayAsk && !this.isAsking && this.customer !== undefined;
    }
    get subjectObject() {
        return this.subject?.object ?? 'Contact';
    }
    chooseCustomer(event) {
        this.chosenId = event.detail.value;
        this.isAsking = false;
    }
    ask() {
        this.isAsking = true;
    }
    closeAsking() {
        this.isAsking = false;
    }
    async refresh() {
        this.isRefreshing = true;
        try {
            await this.result?.refresh?.();
        }
        finally {
            this.isRefreshing = false;
        }
    }
    get isBusy() {
        return this.isRefreshing && this.state === 'ready';
    }
    get subject() {
        if (this.chosenId !== undefined)
            return { object: 'Contact', by: 'id', value: this.chosenId };
        if (this.recordId !== undefined)
            return this.recordSubject(this.recordId);
        const address = addressOf(this.email);
        return address === '' ? undefined : { object: 'Contact', by: 'email', value: address };
    }
    get nodes() {
        return this.result?.data?.uiapi.query;
    }
    /** A case stands for its contact, else for its account. */
    recordSubject(recordId) {
        const object = objectOf(recordId);
        if (object === 'Account' || object === 'Contact')
            return { object, by: 'id', value: recordId };
        const fields = this.caseRecord.data?.fields;
        const [contactId, accountId] = [fields?.['ContactId']?.value, fields?.['AccountId']?.value];
        if (typeof contactId === 'string')
            return { object: 'Contact', by: 'id', value: contactId };
        return typeof accountId === 'string' ? { object: 'Account', by: 'id', value: accountId } : undefined;
    }
}
function customerView(node) {
    const name = node.Name?.value ?? '';
    const accountName = node.account?.Name?.value ?? '';
    return { id: node.Id, name, accountName, label: [name, accountName].filter(Boolean).join(', '), value: node.Id };
}
