// Generated from lwc-ts-src/portfolioPulse/portfolioPulse.ts by `npm run build:lwc`. Change the source, not this file.
import { LightningElement, api, wire } from 'lwc';
import LOCALE from '@salesforce/i18n/locale';
import USER_ID from '@salesforce/user/Id';
import { gql, graphql } from 'lightning/graphql';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { createRecord } from 'lightning/uiRecordApi';
import { errorText, isNoAccess } from 'c/ldsErrors';
import { customersOf, nodesOf, rated, withFollowUp, } from 'c/portfolioRisk';
import { fill, formatWhole } from 'c/pulseWording';
import { addPage } from './pages';
import { COLLEAGUES_QUERY, customersQuery, followUpsQuery, OWNER_VARIABLES, PEOPLE_QUERY, } from './portfolioQuery';
import { ACCOUNT_PULSE_OBJECT, FOLLOW_UP_CUSTOMER, FOLLOW_UP_OBJECT } from './schema';
import { MINE, NO_TEAM, TEAM, whoseOf, whoseOptions } from './whose';
import { LABELS } from './labels';
/** How many customers are shown at first, and added by each "Show more", where the page does not say. */
const ROWS = 25;
/** My customers, those at risk first, each with the reasons and what to do. */
export default class PortfolioPulse extends LightningElement {
    /** Heading of the card, from the page's design; the label when left empty. */
    @api
    cardTitle;
    /** How many customers are shown at first, from the page's design. */
    @api
    rowCount;
    /** Whose customers are shown at first: `mine`, `team` or `everybody`. */
    @api
    get whose() {
        return this.whoseValue;
    }
    set whose(value) {
        this.whoseValue = value || MINE;
    }
    labels = LABELS;
    whoseValue = MINE;
    ratedCustomers;
    mayAct = false;
    /** The customer for whom a follow-up is being made. */
    startingId;
    team = NO_TEAM;
    isTeamKnown = false;
    after = null;
    followUpsAfter = null;
    customers;
    followUps;
    error;
    /** Pulses are closed to this user as a whole; looked at only once reading failed. */
    isClosed = false;
    followUpError;
    isReading = true;
    refreshCustomers;
    refreshFollowUps;
    /** What comes next is to be fetched past the cache. */
    wantsFresh = { customers: false, followUps: false };
    @wire(getObjectInfo, { objectApiName: FOLLOW_UP_OBJECT })
    wiredFollowUpInfo({ data }) {
        this.mayAct = data?.createable === true;
    }
    @wire(getObjectInfo, { objectApiName: '$objectInDoubt' })
    wiredPulseInfo({ error }) {
        this.isClosed = error !== undefined;
    }
    @wire(graphql, { query: '$peopleQuery', variables: '$peopleVariables' })
    wiredPeople({ data, errors }) {
        if (!data && !errors)
            return;
        const people = data?.uiapi.query;
        const managerId = nodesOf(people?.me)[0]?.manager?.value ?? undefined;
        this.team = { ...this.team, managerId, reports: optionsOf(nodesOf(people?.reports)) };
        this.isTeamKnown = true;
    }
    @wire(graphql, { query: '$colleaguesQuery', variables: '$colleaguesVariables' })
    wiredColleagues({ data }) {
        if (data)
            this.team = { ...this.team, colleagues: optionsOf(nodesOf(data.uiapi.query.colleagues)) };
    }
    @wire(graphql, { query: '$customersQuery', variables: '$customerVariables' })
    wiredCustomers({ data, errors, refresh }) {
        this.refreshCustomers = refresh;
        const page = data?.uiapi.query.customers;
        if (page && this.wantsFresh.customers) {
            this.wantsFresh = { ...this.wantsFresh, customers: false };
            void refresh?.();
        }
        else if (page) {
            this.customers = addPage(this.after === null ? undefined : this.customers, page);
            this.after = this.customers.next ?? this.after;
            this.error = undefined;
            this.arrange();
        }
        else if (errors?.length) {
            this.error = errors;
            this.isReading = false;
        }
    }
    @wire(graphql, { query: '$followUpsQuery', variables: '$followUpVariables' })
    wiredFollowUps({ data, errors, refresh }) {
        this.refreshFollowUps = refresh;
        const page = data?.uiapi.query.followUps;
        if (page && this.wantsFresh.followUps) {
            this.wantsFresh = { ...this.wantsFresh, followUps: false };
            void refresh?.();
        }
        else if (page) {
            this.followUps = addPage(this.followUpsAfter === null ? undefined : this.followUps, page);
            this.followUpsAfter = this.followUps.next ?? this.followUpsAfter;
            this.followUpError = undefined;
            this.arrange();
        }
        else if (errors?.length) {
            this.followUpError = errors;
            this.arrange();
        }
    }
    /** A query that names what the user may not see fails as if it did not exist: the object itself says whether it is so. */
    get objectInDoubt() {
        return this.error === undefined ? undefined : ACCOUNT_PULSE_OBJECT;
    }
    get peopleQuery() {
        return gql `
      ${PEOPLE_QUERY}
    `;
    }
    get peopleVariables() {
        return { me: USER_ID };
    }
    get colleaguesQuery() {
        if (this.team.managerId === undefined || this.team.reports.length > 0)
            return undefined;
        return gql `
      ${COLLEAGUES_QUERY}
    `;
    }
    get colleaguesVariables() {
        return { manager: this.team.managerId };
    }
    get customersQuery() {
        const whose = this.whoseNow;
        if (whose === undefined)
            return undefined;
        return gql `
      ${customersQuery(whose)}
    `;
    }
    get customerVariables() {
        return { ...this.ownerVariables, after: this.after };
    }
    get followUpsQuery() {
        const whose = this.whoseNow;
        if (whose === undefined)
            return undefined;
        return gql `
      ${followUpsQuery(whose)}
    `;
    }
    get followUpVariables() {
        return { ...this.ownerVariables, after: this.followUpsAfter };
    }
    get heading() {
        return this.cardTitle || LABELS.title;
    }
    get state() {
        if (this.isClosed)
            return 'noAccess';
        if (this.error !== undefined)
            return isNoAccess(this.error) ? 'noAccess' : 'error';
        if (this.ratedCustomers === undefined)
            return 'loading';
        return this.hidesPulses ? 'noAccess' : 'ready';
    }
    get stateTitle() {
        return this.state === 'error' ? LABELS.errorTitle : undefined;
    }
    get stateText() {
        return this.state === 'error' ? errorText(this.error) || undefined : undefined;
    }
    get emptyText() {
        return this.whoseValue === MINE ? LABELS.emptyText : LABELS.emptyTextOthers;
    }
    get isBusy() {
        return this.isReading && this.ratedCustomers !== undefined;
    }
    get whoseOptions() {
        return whoseOptions(this.team, USER_ID);
    }
    get namesOwner() {
        return this.whoseValue !== MINE;
    }
    get rows() {
        return Math.max(1, this.rowCount ?? ROWS);
    }
    /** While further pages come, or where some are not read at all. */
    get notes() {
        const { customers } = this;
        const found = [];
        if (customers?.next !== undefined)
            found.push(fill(LABELS.reading, formatWhole(customers.nodes.size), formatWhole(customers.totalCount)));
        if (customers?.isCut === true)
            found.push(fill(LABELS.cut, formatWhole(customers.nodes.size)));
        if (this.followUpError !== undefined)
            found.push(LABELS.noFollowUps);
        return found;
    }
    /** The list stays until the other customers are there, so that the picker keeps its place and the focus. */
    changeWhose(event) {
        this.whoseValue = event.detail.value;
        this.restart();
        this.customers = undefined;
    }
    ask(event) {
        const found = this.customerOf(event.detail);
        if (!found)
            return;
        this.template?.querySelector('c-ask-dialog')?.open(found.customer.id, 'Account', found.customer.name);
    }
    /** Makes a follow-up about the customer, owned by the user; its deadline and priority come from the org's own rules. */
    async startFollowUp(event) {
        const found = this.customerOf(event.detail);
        if (!found || this.startingId !== undefined)
            return;
        const { id, pulse } = found.customer;
        this.startingId = id;
        try {
            const fields = { [FOLLOW_UP_CUSTOMER.account]: id, ...(pulse ? { [FOLLOW_UP_CUSTOMER.accountPulse]: pulse.id } : {}) };
            const record = await createRecord({ apiName: FOLLOW_UP_OBJECT, fields });
            const name = nameOf(record);
            this.ratedCustomers = withFollowUp(this.ratedCustomers ?? [], id, { id: record.id, name, dueAt: undefined });
            this.template?.querySelector('c-portfolio-list')?.focusFollowUp(id);
            this.dispatchEvent(new ShowToastEvent({ title: fill(LABELS.started, name), variant: 'success' }));
        }
        catch (error) {
            this.dispatchEvent(new ShowToastEvent({ title: LABELS.notStarted, message: errorText(error), variant: 'error', mode: 'sticky' }));
        }
        finally {
            this.startingId = undefined;
        }
    }
    /** Reads everything again, past the cache; what is shown stays until it is there. */
    async refresh() {
        const [customersFirst, followUpsFirst] = [this.after === null, this.followUpsAfter === null];
        const { refreshCustomers, refreshFollowUps } = this;
        this.restart();
        this.wantsFresh = { customers: !customersFirst, followUps: !followUpsFirst };
        await Promise.all([customersFirst ? refreshCustomers?.() : undefined, followUpsFirst ? refreshFollowUps?.() : undefined]);
    }
    get whoseNow() {
        const whose = whoseOf(this.whoseValue, this.team);
        // The page may begin with the team, whose members must be known first.
        return this.whoseValue === TEAM && !this.isTeamKnown ? undefined : whose;
    }
    get ownerVariables() {
        const variable = this.whoseNow && OWNER_VARIABLES[this.whoseNow];
        if (variable === undefined)
            return {};
        return { [variable]: { me: USER_ID, manager: this.team.managerId, person: this.whoseValue }[variable] };
    }
    /** Pulses are closed to this user: the relationship is missing from every account. */
    get hidesPulses() {
        const nodes = [...(this.customers?.nodes.values() ?? [])];
        return nodes.length > 0 && nodes.every(({ pulse }) => pulse === undefined);
    }
    customerOf(id) {
        return this.ratedCustomers?.find(({ customer }) => customer.id === id);
    }
    restart() {
        this.after = null;
        this.followUpsAfter = null;
        this.error = undefined;
        this.followUpError = undefined;
        this.followUps = undefined;
        this.isReading = true;
    }
    /** Puts the customers in order once both lists have begun to come; the order is final when both have ended. */
    arrange() {
        if (!this.customers || (!this.followUps && this.followUpError === undefined))
            return;
        const followUps = [...(this.followUps?.nodes.values() ?? [])];
        this.ratedCustomers = rated(customersOf([...this.customers.nodes.values()], followUps), Date.now(), LOCALE);
        this.isReading = this.customers.next !== undefined || this.followUps?.next !== undefined;
    }
}
function nameOf({ fields }) {
    const name = fields['Name']?.value;
    return typeof name === 'string' ? name : '';
}
function optionsOf(people) {
    return people.map(({ Id, Name }) => ({ label: Name?.value ?? Id, value: Id }));
}
