import { LightningElement, api, wire } from 'lwc';
import { gql, graphql, type GraphQLDocument, type GraphQLResult } from 'lightning/graphql';
import { NavigationMixin, type PageReference } from 'lightning/navigation';
import { fill } from 'c/pulseWording';
import { CHECKS, type QueryData } from 'c/setupChecks';
import { stepDetail, stepState, type Look, type StepRecord, type StepState } from './stepState';
import { LABELS } from './labels';

export type { StepRecord, StepState } from './stepState';

/** A step as the page hands it over. */
export interface Step {
  readonly key: string;
  readonly title: string;
  readonly why: string;
  readonly how: string;
  /** Where it is done; a step without a place is done outside Salesforce. */
  readonly place: { readonly label: string; readonly page: PageReference } | undefined;
}

/** The page's wish to keep what was ticked. */
export type MarkEvent = CustomEvent<{ readonly key: string; readonly status: StepRecord['status'] }>;

/** Told when the state of a step is known, or changes. */
export type StateEvent = CustomEvent<{ readonly key: string; readonly state: StepState }>;

interface StateLook {
  readonly icon: string;
  readonly variant: string;
  readonly words: string;
}

const LOOKS: Readonly<Record<StepState, StateLook>> = {
  done: { icon: 'utility:success', variant: 'success', words: LABELS.done },
  missing: { icon: 'utility:warning', variant: 'warning', words: LABELS.missing },
  unseen: { icon: 'utility:help', variant: '', words: LABELS.unseen },
  notNeeded: { icon: 'utility:ban', variant: '', words: LABELS.notNeeded },
  checking: { icon: 'utility:clock', variant: '', words: LABELS.checking },
};

/** One step of the setup: looks for itself where it can, and says what it found. */
export default class SetupStep extends NavigationMixin(LightningElement) {
  @api step: Step | undefined;
  /** Whether the user may tick. */
  @api canMark = false;

  /** What was ticked, or what the sync service said. */
  @api
  get record(): StepRecord | undefined {
    return this.stepRecord;
  }
  set record(record: StepRecord | undefined) {
    this.stepRecord = record;
    this.tell();
  }

  /** Whether why and how are shown. */
  @api
  get expanded(): boolean {
    return this.isOpen;
  }
  set expanded(expanded: boolean) {
    this.isOpen = expanded;
  }

  labels = LABELS;
  isOpen = false;
  placeUrl = '';

  private stepRecord: StepRecord | undefined;
  private look: Look = 'checking';
  private refreshWire: (() => Promise<void>) | undefined;
  private told: StepState | undefined;

  @wire(graphql, { query: '$query' })
  wiredCheck({ data, errors, refresh }: GraphQLResult<{ readonly uiapi: { readonly query: QueryData } }>): void {
    const check = CHECKS[this.step?.key ?? ''];
    if (!check) return;
    this.refreshWire = refresh;
    if (errors?.length) this.look = 'failed';
    else if (data) this.look = { finding: check.read(data.uiapi.query, Date.now()) };
    else return;
    this.tell();
  }

  override connectedCallback(): void {
    if (!CHECKS[this.step?.key ?? '']) this.look = 'none';
    const page = this.step?.place?.page;
    if (page) {
      void this[NavigationMixin.GenerateUrl](page).then((url) => {
        this.placeUrl = url;
      });
    }
    this.tell();
  }

  get query(): GraphQLDocument | undefined {
    const check = CHECKS[this.step?.key ?? ''];
    return (
      check &&
      gql`
        ${check.query}
      `
    );
  }

  get state(): StepState {
    return stepState(this.look, this.stepRecord);
  }

  get stateWords(): string {
    return LOOKS[this.state].words;
  }

  get icon(): string {
    return LOOKS[this.state].icon;
  }

  get variant(): string {
    return LOOKS[this.state].variant;
  }

  get detail(): string {
    return stepDetail(this.look, this.stepRecord);
  }

  /** What nobody can look at says so where its instructions are. */
  get isUnseen(): boolean {
    return this.state === 'unseen' && this.look === 'none';
  }

  get chevron(): string {
    return this.isOpen ? 'utility:chevrondown' : 'utility:chevronright';
  }

  /** `aria-expanded` takes the words true and false. */
  get ariaExpandedText(): string {
    return String(this.isOpen);
  }

  get placeLabel(): string {
    return this.step?.place ? fill(LABELS.open, this.step.place.label) : '';
  }

  /** A setup page opens beside this one, so that the steps stay in sight. */
  get placeTarget(): string | null {
    return this.step?.place?.page.type === 'standard__webPage' ? '_blank' : null;
  }

  get canMarkDone(): boolean {
    const isTicked = this.stepRecord?.status === 'Done' && this.state === 'done';
    return this.canMark && typeof this.look === 'string' && this.look !== 'checking' && !isTicked;
  }

  get canMarkNotNeeded(): boolean {
    return this.canMark && this.state !== 'notNeeded' && this.state !== 'done';
  }

  get canMarkMissing(): boolean {
    return (
      this.canMark && (this.stepRecord?.status === 'NotNeeded' || (this.stepRecord?.status === 'Done' && typeof this.look === 'string'))
    );
  }

  /** Looks again, past the cache. */
  @api async check(): Promise<void> {
    await this.refreshWire?.();
  }

  /** Opens the step and puts the focus on its heading. */
  @api reveal(): void {
    this.isOpen = true;
    this.template?.querySelector<HTMLElement>('[data-action="toggle"]')?.focus();
    this.template?.querySelector('article')?.scrollIntoView({ block: 'nearest' });
  }

  toggle(): void {
    this.isOpen = !this.isOpen;
  }

  openPlace(event: Event): void {
    const page = this.step?.place?.page;
    if (!page || page.type === 'standard__webPage' || (event instanceof MouseEvent && (event.ctrlKey || event.metaKey || event.shiftKey)))
      return;
    event.preventDefault();
    this[NavigationMixin.Navigate](page);
  }

  markDone(): void {
    this.mark('Done');
  }

  markNotNeeded(): void {
    this.mark('NotNeeded');
  }

  markMissing(): void {
    this.mark('Missing');
  }

  private mark(status: StepRecord['status']): void {
    this.dispatchEvent(new CustomEvent('mark', { detail: { key: this.step?.key ?? '', status } }));
  }

  private tell(): void {
    if (!this.isConnected || this.state === this.told) return;
    this.told = this.state;
    this.dispatchEvent(new CustomEvent('statechange', { detail: { key: this.step?.key ?? '', state: this.state } }));
  }
}
