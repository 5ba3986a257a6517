import { LightningElement, api } from 'lwc';
import LOCALE from '@salesforce/i18n/locale';
import {
  BY_RISK,
  LEVELS,
  matching,
  nextOrder,
  NO_FILTER,
  ordered,
  type Order,
  type PortfolioFilter,
  type RatedCustomer,
  type SortKey,
} from 'c/portfolioRisk';
import type { PortfolioRow } from 'c/portfolioRow';
import { countLabel, formatWhole } from 'c/pulseWording';
import { levelChips, type LevelChip } from './levelChips';
import { portfolioRow } from './rowView';
import { LABELS } from './labels';

interface RowElement extends HTMLElement {
  focusFollowUp(): void;
}

/**
 * The customers of a portfolio: filter by risk, search, rows or table, a part at a time.
 * @fires ask with the customer's id, when feedback is to be asked for
 * @fires startfollowup with the customer's id, when a follow-up is to be made
 */
export default class PortfolioList extends LightningElement {
  /** All customers, those at risk first. */
  @api customers: readonly RatedCustomer[] = [];

  /** How many are shown at first, and added each time. */
  @api rowCount = 25;

  @api namesOwner = false;
  @api mayAct = false;

  /** The customer for whom a follow-up is being made. */
  @api startingId: string | undefined;

  /** Puts the focus on a customer's follow-up: it took the place of the button that had the focus. */
  @api
  focusFollowUp(customerId: string): void {
    this.focusFollowUpOf = customerId;
  }

  labels = LABELS;
  isTable = false;
  filter: PortfolioFilter = NO_FILTER;
  order: Order = BY_RISK;

  private moreRows = 0;
  private focusRowAt: number | undefined;
  private focusFollowUpOf: string | undefined;

  get chips(): LevelChip[] {
    return levelChips(this.customers, this.filter.level);
  }

  get rows(): PortfolioRow[] {
    const { namesOwner, mayAct, startingId } = this;
    const context = { now: Date.now(), namesOwner, mayAct, startingId };
    return this.matches.slice(0, this.shownCount).map((customer) => portfolioRow(customer, context));
  }

  get hasRows(): boolean {
    return this.matches.length > 0;
  }

  get hasCustomers(): boolean {
    return this.customers.length > 0;
  }

  get isEmpty(): boolean {
    return !this.hasCustomers;
  }

  get hasNoMatch(): boolean {
    return !this.hasRows;
  }

  get showsCards(): boolean {
    return this.hasRows && !this.isTable;
  }

  get showsTable(): boolean {
    return this.hasRows && this.isTable;
  }

  get hasMore(): boolean {
    return this.matches.length > this.shownCount;
  }

  /** "25 of 120 customers shown", spoken when it changes. */
  get shownText(): string {
    const all = this.matches.length;
    return all === 0 ? LABELS.noMatch : countLabel(all, LABELS.shownOne, LABELS.shownMany, formatWhole(Math.min(all, this.shownCount)));
  }

  get tableLabel(): string {
    return this.isTable ? LABELS.tableHide : LABELS.tableShow;
  }

  get tableIcon(): string {
    return this.isTable ? 'utility:rows' : 'utility:table';
  }

  changeText(event: CustomEvent<{ value: string }>): void {
    this.setFilter({ ...this.filter, text: event.detail.value });
  }

  changeLevel(event: Event): void {
    const chosen = dataOf(event, 'level');
    this.setFilter({ ...this.filter, level: LEVELS.find((level) => level === chosen) });
  }

  clearFilter(): void {
    this.setFilter(NO_FILTER);
    this.template?.querySelector<HTMLElement>('[data-level="all"]')?.focus();
  }

  toggleTable(): void {
    this.isTable = !this.isTable;
    this.order = BY_RISK;
  }

  sort(event: CustomEvent<SortKey>): void {
    this.order = nextOrder(this.order, event.detail);
  }

  showMore(): void {
    this.focusRowAt = this.shownCount;
    this.moreRows += this.rowCount;
  }

  ask(event: CustomEvent<string | null>): void {
    this.tell('ask', event);
  }

  startFollowUp(event: CustomEvent<string | null>): void {
    this.tell('startfollowup', event);
  }

  override renderedCallback(): void {
    if (this.focusFollowUpOf !== undefined) this.focusAtFollowUp(this.focusFollowUpOf);
    if (this.focusRowAt === undefined) return;
    const index = this.focusRowAt;
    this.focusRowAt = undefined;
    if (this.isTable) this.template?.querySelector<HTMLElement & { focusRow(at: number): void }>('c-portfolio-table')?.focusRow(index);
    else this.template?.querySelectorAll<HTMLElement>('c-portfolio-row')[index]?.focus();
  }

  private get shownCount(): number {
    return this.rowCount + this.moreRows;
  }

  private get matches(): readonly RatedCustomer[] {
    return ordered(matching(this.customers, this.filter, LOCALE), this.order, LOCALE);
  }

  private setFilter(filter: PortfolioFilter): void {
    this.filter = filter;
    this.moreRows = 0;
  }

  /** Only once the row has its follow-up is there something to put the focus on. */
  private focusAtFollowUp(customerId: string): void {
    const rows = [...(this.template?.querySelectorAll<RowElement>('c-portfolio-row') ?? [])];
    const row = rows.find((candidate) => candidate.dataset['row'] === customerId);
    const hasFollowUp = this.customers.some(({ customer }) => customer.id === customerId && customer.followUps.length > 0);
    if (!hasFollowUp) return;
    this.focusFollowUpOf = undefined;
    row?.focusFollowUp();
  }

  /** A row says only what is wanted; a table also of which row. */
  private tell(type: 'ask' | 'startfollowup', event: CustomEvent<string | null>): void {
    this.dispatchEvent(new CustomEvent(type, { detail: event.detail ?? dataOf(event, 'row') }));
  }
}

function dataOf(event: Event, name: string): string | undefined {
  return event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset[name] : undefined;
}
