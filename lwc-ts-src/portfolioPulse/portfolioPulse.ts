import { LightningElement, api, wire } from 'lwc';
import LOCALE from '@salesforce/i18n/locale';
import USER_ID from '@salesforce/user/Id';
import { gql, graphql, type GraphQLDocument, type GraphQLResult } from 'lightning/graphql';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { getObjectInfo, type ObjectInfoResult } from 'lightning/uiObjectInfoApi';
import { createRecord, type RecordRepresentation } from 'lightning/uiRecordApi';
import type { CardState } from 'c/cardFrame';
import { errorText, isNoAccess } from 'c/ldsErrors';
import {
  customersOf,
  nodesOf,
  rated,
  withFollowUp,
  type CustomerNode,
  type FollowUpNode,
  type PersonNode,
  type RatedCustomer,
} from 'c/portfolioRisk';
import { fill, formatWhole } from 'c/pulseWording';
import { addPage, type Pages } from './pages';
import {
  COLLEAGUES_QUERY,
  customersQuery,
  followUpsQuery,
  OWNER_VARIABLES,
  PEOPLE_QUERY,
  type ColleaguesData,
  type FollowUpData,
  type PeopleData,
  type PortfolioData,
  type Whose,
} from './portfolioQuery';
import { ACCOUNT_PULSE_OBJECT, FOLLOW_UP_CUSTOMER, FOLLOW_UP_OBJECT } from './schema';
import { MINE, NO_TEAM, TEAM, whoseOf, whoseOptions, type Team, type WhoseOption } from './whose';
import { LABELS } from './labels';

/** How many customers are shown at first, and added by each "Show more", where the page does not say. */
const ROWS = 25;

interface AskDialog extends HTMLElement {
  open(recordId: string, objectApiName: string, name: string): void;
}

interface List extends HTMLElement {
  focusFollowUp(customerId: string): void;
}

/** My customers, those at risk first, each with the reasons and what to do. */
export default class PortfolioPulse extends LightningElement {
  /** Heading of the card, from the page's design; the label when left empty. */
  @api cardTitle: string | undefined;

  /** How many customers are shown at first, from the page's design. */
  @api rowCount: number | undefined;

  /** Whose customers are shown at first: `mine`, `team` or `everybody`. */
  @api
  get whose(): string {
    return this.whoseValue;
  }
  set whose(value: string | undefined) {
    this.whoseValue = value || MINE;
  }

  labels = LABELS;
  whoseValue = MINE;
  ratedCustomers: readonly RatedCustomer[] | undefined;
  mayAct = false;
  /** The customer for whom a follow-up is being made. */
  startingId: string | undefined;

  private team: Team = NO_TEAM;
  private isTeamKnown = false;
  private after: string | null = null;
  private followUpsAfter: string | null = null;
  private customers: Pages<CustomerNode> | undefined;
  private followUps: Pages<FollowUpNode> | undefined;
  private error: unknown;
  /** Pulses are closed to this user as a whole; looked at only once reading failed. */
  private isClosed = false;
  private followUpError: unknown;
  private isReading = true;
  private refreshCustomers: (() => Promise<void>) | undefined;
  private refreshFollowUps: (() => Promise<void>) | undefined;
  /** What comes next is to be fetched past the cache. */
  private wantsFresh = { customers: false, followUps: false };

  @wire(getObjectInfo, { objectApiName: FOLLOW_UP_OBJECT })
  wiredFollowUpInfo({ data }: ObjectInfoResult): void {
    this.mayAct = data?.createable === true;
  }

  @wire(getObjectInfo, { objectApiName: '$objectInDoubt' })
  wiredPulseInfo({ error }: ObjectInfoResult): void {
    this.isClosed = error !== undefined;
  }

  @wire(graphql, { query: '$peopleQuery', variables: '$peopleVariables' })
  wiredPeople({ data, errors }: GraphQLResult<PeopleData>): void {
    if (!data && !errors) return;
    const people = data?.uiapi.query;
    const managerId = nodesOf(people?.me)[0]?.manager?.value ?? undefined;
    this.team = { ...this.team, managerId, reports: optionsOf(nodesOf(people?.reports)) };
    this.isTeamKnown = true;
  }

  @wire(graphql, { query: '$colleaguesQuery', variables: '$colleaguesVariables' })
  wiredColleagues({ data }: GraphQLResult<ColleaguesData>): void {
    if (data) this.team = { ...this.team, colleagues: optionsOf(nodesOf(data.uiapi.query.colleagues)) };
  }

  @wire(graphql, { query: '$customersQuery', variables: '$customerVariables' })
  wiredCustomers({ data, errors, refresh }: GraphQLResult<PortfolioData>): void {
    this.refreshCustomers = refresh;
    const page = data?.uiapi.query.customers;
    if (page && this.wantsFresh.customers) {
      this.wantsFresh = { ...this.wantsFresh, customers: false };
      void refresh?.();
    } else if (page) {
      this.customers = addPage(this.after === null ? undefined : this.customers, page);
      this.after = this.customers.next ?? this.after;
      this.error = undefined;
      this.arrange();
    } else if (errors?.length) {
      this.error = errors;
      this.isReading = false;
    }
  }

  @wire(graphql, { query: '$followUpsQuery', variables: '$followUpVariables' })
  wiredFollowUps({ data, errors, refresh }: GraphQLResult<FollowUpData>): void {
    this.refreshFollowUps = refresh;
    const page = data?.uiapi.query.followUps;
    if (page && this.wantsFresh.followUps) {
      this.wantsFresh = { ...this.wantsFresh, followUps: false };
      void refresh?.();
    } else if (page) {
      this.followUps = addPage(this.followUpsAfter === null ? undefined : this.followUps, page);
      this.followUpsAfter = this.followUps.next ?? this.followUpsAfter;
      this.followUpError = undefined;
      this.arrange();
    } else if (errors?.length) {
      this.followUpError = errors;
      this.arrange();
    }
  }

  /** A query that names what the user may not see fails as if it did not exist: the object itself says whether it is so. */
  get objectInDoubt(): string | undefined {
    return this.error === undefined ? undefined : ACCOUNT_PULSE_OBJECT;
  }

  get peopleQuery(): GraphQLDocument {
    return gql`
      ${PEOPLE_QUERY}
    `;
  }

  get peopleVariables(): Record<string, unknown> {
    return { me: USER_ID };
  }

  get colleaguesQuery(): GraphQLDocument | undefined {
    if (this.team.managerId === undefined || this.team.reports.length > 0) return undefined;
    return gql`
      ${COLLEAGUES_QUERY}
    `;
  }

  get colleaguesVariables(): Record<string, unknown> {
    return { manager: this.team.managerId };
  }

  get customersQuery(): GraphQLDocument | undefined {
    const whose = this.whoseNow;
    if (whose === undefined) return undefined;
    return gql`
      ${customersQuery(whose)}
    `;
  }

  get customerVariables(): Record<string, unknown> {
    return { ...this.ownerVariables, after: this.after };
  }

  get followUpsQuery(): GraphQLDocument | undefined {
    const whose = this.whoseNow;
    if (whose === undefined) return undefined;
    return gql`
      ${followUpsQuery(whose)}
    `;
  }

  get followUpVariables(): Record<string, unknown> {
    return { ...this.ownerVariables, after: this.followUpsAfter };
  }

  get heading(): string {
    return this.cardTitle || LABELS.title;
  }

  get state(): CardState {
    if (this.isClosed) return 'noAccess';
    if (this.error !== undefined) return isNoAccess(this.error) ? 'noAccess' : 'error';
    if (this.ratedCustomers === undefined) return 'loading';
    return this.hidesPulses ? 'noAccess' : 'ready';
  }

  get stateTitle(): string | undefined {
    return this.state === 'error' ? LABELS.errorTitle : undefined;
  }

  get stateText(): string | undefined {
    return this.state === 'error' ? errorText(this.error) || undefined : undefined;
  }

  get emptyText(): string {
    return this.whoseValue === MINE ? LABELS.emptyText : LABELS.emptyTextOthers;
  }

  get isBusy(): boolean {
    return this.isReading && this.ratedCustomers !== undefined;
  }

  get whoseOptions(): WhoseOption[] {
    return whoseOptions(this.team, USER_ID);
  }

  get namesOwner(): boolean {
    return this.whoseValue !== MINE;
  }

  get rows(): number {
    return Math.max(1, this.rowCount ?? ROWS);
  }

  /** While further pages come, or where some are not read at all. */
  get notes(): string[] {
    const { customers } = this;
    const found: string[] = [];
    if (customers?.next !== undefined)
      found.push(fill(LABELS.reading, formatWhole(customers.nodes.size), formatWhole(customers.totalCount)));
    if (customers?.isCut === true) found.push(fill(LABELS.cut, formatWhole(customers.nodes.size)));
    if (this.followUpError !== undefined) found.push(LABELS.noFollowUps);
    return found;
  }

  /** The list stays until the other customers are there, so that the picker keeps its place and the focus. */
  changeWhose(event: CustomEvent<{ value: string }>): void {
    this.whoseValue = event.detail.value;
    this.restart();
    this.customers = undefined;
  }

  ask(event: CustomEvent<string>): void {
    const found = this.customerOf(event.detail);
    if (!found) return;
    this.template?.querySelector<AskDialog>('c-ask-dialog')?.open(found.customer.id, 'Account', found.customer.name);
  }

  /** Makes a follow-up about the customer, owned by the user; its deadline and priority come from the org's own rules. */
  async startFollowUp(event: CustomEvent<string>): Promise<void> {
    const found = this.customerOf(event.detail);
    if (!found || this.startingId !== undefined) return;
    const { id, pulse } = found.customer;
    this.startingId = id;
    try {
      const fields = { [FOLLOW_UP_CUSTOMER.account]: id, ...(pulse ? { [FOLLOW_UP_CUSTOMER.accountPulse]: pulse.id } : {}) };
      const record = await createRecord({ apiName: FOLLOW_UP_OBJECT, fields });
      const name = nameOf(record);
      this.ratedCustomers = withFollowUp(this.ratedCustomers ?? [], id, { id: record.id, name, dueAt: undefined });
      this.template?.querySelector<List>('c-portfolio-list')?.focusFollowUp(id);
      this.dispatchEvent(new ShowToastEvent({ title: fill(LABELS.started, name), variant: 'success' }));
    } catch (error) {
      this.dispatchEvent(new ShowToastEvent({ title: LABELS.notStarted, message: errorText(error), variant: 'error', mode: 'sticky' }));
    } finally {
      this.startingId = undefined;
    }
  }

  /** Reads everything again, past the cache; what is shown stays until it is there. */
  async refresh(): Promise<void> {
    const [customersFirst, followUpsFirst] = [this.after === null, this.followUpsAfter === null];
    const { refreshCustomers, refreshFollowUps } = this;
    this.restart();
    this.wantsFresh = { customers: !customersFirst, followUps: !followUpsFirst };
    await Promise.all([customersFirst ? refreshCustomers?.() : undefined, followUpsFirst ? refreshFollowUps?.() : undefined]);
  }

  private get whoseNow(): Whose | undefined {
    const whose = whoseOf(this.whoseValue, this.team);
    // The page may begin with the team, whose members must be known first.
    return this.whoseValue === TEAM && !this.isTeamKnown ? undefined : whose;
  }

  private get ownerVariables(): Record<string, unknown> {
    const variable = this.whoseNow && OWNER_VARIABLES[this.whoseNow];
    if (variable === undefined) return {};
    return { [variable]: { me: USER_ID, manager: this.team.managerId, person: this.whoseValue }[variable] };
  }

  /** Pulses are closed to this user: the relationship is missing from every account. */
  private get hidesPulses(): boolean {
    const nodes = [...(this.customers?.nodes.values() ?? [])];
    return nodes.length > 0 && nodes.every(({ pulse }) => pulse === undefined);
  }

  private customerOf(id: string): RatedCustomer | undefined {
    return this.ratedCustomers?.find(({ customer }) => customer.id === id);
  }

  private restart(): void {
    this.after = null;
    this.followUpsAfter = null;
    this.error = undefined;
    this.followUpError = undefined;
    this.followUps = undefined;
    this.isReading = true;
  }

  /** Puts the customers in order once both lists have begun to come; the order is final when both have ended. */
  private arrange(): void {
    if (!this.customers || (!this.followUps && this.followUpError === undefined)) return;
    const followUps = [...(this.followUps?.nodes.values() ?? [])];
    this.ratedCustomers = rated(customersOf([...this.customers.nodes.values()], followUps), Date.now(), LOCALE);
    this.isReading = this.customers.next !== undefined || this.followUps?.next !== undefined;
  }
}

function nameOf({ fields }: RecordRepresentation): string {
  const name = fields['Name']?.value;
  return typeof name === 'string' ? name : '';
}

function optionsOf(people: readonly PersonNode[]): WhoseOption[] {
  return people.map(({ Id, Name }) => ({ label: Name?.value ?? Id, value: Id }));
}
