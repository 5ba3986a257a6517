// Generated from lwc-ts-src/portfolioPulse/portfolioPulse.ts by `npm run build:lwc`. Change the source, not this file.
import { LightningElement, api, wire } from 'lwc';
import LOCALE from '@salesforce/i18n/locale';
import USER_ID from '@salesforce/user/Id';
import { gql, graphql } from 'lightning/graphql';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { errorText, isNoAccess } from 'c/ldsErrors';
import { customersOf, rated, withFollowUp } from 'c/portfolioRisk';
import { ACCOUNT_PULSE_OBJECT, FOLLOW_UP_OBJECT } from 'c/pulseSchema';
import { fill, formatWhole } from 'c/pulseWording';
import { newFollowUp } from './newFollowUp';
import { COLLEAGUES_QUERY, customersQuery, followUpsQuery, PEOPLE_QUERY, } from './portfolioQuery';
import { anew, fromFirst, isNews, readNodes, readOn, UNREAD } from './reading';
import { MINE, NO_TEAM, ownerVariables, TEAM, whoseOf, whoseOptions, withColleagues, withPeople, } from './whose';
import { LABELS } from './labels';
const PEOPLE = gql `
  ${PEOPLE_QUERY}
`;
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
    customers = UNREAD;
    followUps = UNREAD;
    /** What the wires follow, apart from the readings: those change with each result, and would have the same asked again. */
    after = null;
    followUpsAfter = null;
    /** A query that names what the user may not see fails as if it did not exist: the object itself says whether it is so. */
    objectInDoubt;
    /** Pulses are closed to this user as a whole; looked at only once reading failed. */
    isClosed = false;
    isReading = true;
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
        this.team = withPeople(this.team, data);
        this.isTeamKnown = true;
    }
    @wire(graphql, { query: '$colleaguesQuery', variables: '$colleaguesVariables' })
    wiredColleagues({ data }) {
        if (data)
            this.team = withColleagues(this.team, data);
    }
    @wire(graphql, { query: '$customersQuery', variables: '$customerVariables' })
    wiredCustomers(result) {
        const before = this.customers;
        this.keepCustomers(readOn(before, result.data?.uiapi.query.customers, result));
        if (isNews(before, this.customers))
            this.arrange();
    }
    @wire(graphql, { query: '$followUpsQuery', variables: '$followUpVariables' })
    wiredFollowUps(result) {
        const before = this.followUps;
        this.keepFollowUps(readOn(before, result.data?.uiapi.query.followUps, result));
        if (isNews(before, this.followUps))
            this.arrange();
    }
    peopleQuery = PEOPLE;
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
        const { error } = this.customers;
        if (error !== undefined)
            return isNoAccess(error) ? 'noAccess' : 'error';
        if (this.ratedCustomers === undefined)
            return 'loading';
        return this.hidesPulses ? 'noAccess' : 'ready';
    }
    get stateTitle() {
        return this.state === 'error' ? LABELS.errorTitle : undefined;
    }
    get stateText() {
        return this.state === 'error' ? errorText(this.customers.error) || undefined : undefined;
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
        const { pages } = this.customers;
        const found = [];
        if (pages?.next !== undefined)
            found.push(fill(LABELS.reading, formatWhole(pages.nodes.size), formatWhole(pages.totalCount)));
        if (pages?.isCut === true)
            found.push(fill(LABELS.cut, formatWhole(pages.nodes.size)));
        if (this.followUps.error !== undefined)
            found.push(LABELS.noFollowUps);
        return found;
    }
    /** The list stays until the other customers are there, so that the picker keeps its place and the focus. */
    changeWhose(event) {
        this.whoseValue = event.detail.value;
        this.keepCustomers(anew(this.customers));
        this.keepFollowUps(anew(this.followUps));
        this.isReading = true;
    }
    ask(event) {
        const found = this.customerOf(event.detail);
        if (!found)
            return;
        this.template?.querySelector('c-ask-dialog')?.open(found.customer.id, 'Account', found.customer.name);
    }
    /** The list keeps its order, and the focus goes to the follow-up that was made. */
    async startFollowUp(event) {
        const found = this.customerOf(event.detail);
        if (!found || this.startingId !== undefined)
            return;
        const { id } = found.customer;
        this.startingId = id;
        try {
            const followUp = await newFollowUp(found.customer);
            this.ratedCustomers = withFollowUp(this.ratedCustomers ?? [], id, followUp);
            this.template?.querySelector('c-portfolio-list')?.focusFollowUp(id);
            this.dispatchEvent(new ShowToastEvent({ title: fill(LABELS.started, followUp.name), variant: 'success' }));
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
        const { customers, followUps } = this;
        const [customersFirst, followUpsFirst] = [customers.after === null, followUps.after === null];
        this.keepCustomers(fromFirst(customers, !customersFirst));
        this.keepFollowUps(anew(followUps, !followUpsFirst));
        this.isReading = true;
        await Promise.all([customersFirst ? customers.refresh?.() : undefined, followUpsFirst ? followUps.refresh?.() : undefined]);
    }
    get whoseNow() {
        const whose = whoseOf(this.whoseValue, this.team);
        // The page may begin with the team, whose members must be known first.
        return this.whoseValue === TEAM && !this.isTeamKnown ? undefined : whose;
    }
    get ownerVariables() {
        return ownerVariables(this.whoseNow, USER_ID, this.team, this.whoseValue);
    }
    /** Pulses are closed to this user: the relationship is missing from every account. */
    get hidesPulses() {
        const nodes = readNodes(this.customers);
        return nodes.length > 0 && nodes.every(({ pulse }) => pulse === undefined);
    }
    customerOf(id) {
        return this.ratedCustomers?.find(({ customer }) => customer.id === id);
    }
    keepCustomers(reading) {
        this.customers = reading;
        this.after = reading.after;
        this.objectInDoubt = reading.error === undefined ? undefined : ACCOUNT_PULSE_OBJECT;
    }
    keepFollowUps(reading) {
        this.followUps = reading;
        this.followUpsAfter = reading.after;
    }
    /** Puts the customers in order once both lists have begun to come; the order is final when both have ended. */
    arrange() {
        const { customers, followUps } = this;
        if (customers.error !== undefined)
            this.isReading = false;
        if (!customers.pages || (!followUps.pages && followUps.error === undefined))
            return;
        this.ratedCustomers = rated(customersOf(readNodes(customers), readNodes(followUps)), Date.now(), LOCALE);
        this.isReading = customers.error === undefined && (customers.pages.next !== undefined || followUps.pages?.next !== undefined);
    }
}
