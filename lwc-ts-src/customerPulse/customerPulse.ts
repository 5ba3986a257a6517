import { api, type LightningElement } from 'lwc';
import FORM_FACTOR from '@salesforce/client/formFactor';
import type { CardState } from 'c/cardFrame';
import { latest } from 'c/latest';
import { PulseElement } from 'c/pulseElement';
import { pulseView, type PulseView } from 'c/pulseRecord';
import { factsOf, gaugeView, staleWords, type Fact, type GaugeView } from './pulseCard';
import { LABELS } from './labels';

/**
 * The spread, asked for before it is known whether the page is an account's: on a desktop it stands in the window, and knowing takes
 * longer than fetching it. One that does not come is asked for again where it is wanted.
 */
const early = FORM_FACTOR === 'Large' ? import('c/pulseSpreads').catch(() => undefined) : undefined;

/** The customer's pulse on the record page of an account, a contact, one answer, or a pulse itself. */
export default class CustomerPulse extends PulseElement {
  /** Heading of the card, from the page's design; the label when left empty. */
  @api cardTitle: string | undefined;

  /** Leaves out the spread over people and touchpoints, where room is short. */
  @api hideSpread = false;

  labels = LABELS;

  private readonly gaugeOf = latest(gaugeView);
  private readonly factsOf = latest(factsOf);
  formula: typeof LightningElement | undefined;
  /** Fetched beside the record: the pulse itself does not wait for it. */
  spreads: typeof LightningElement | undefined;
  isExplained = false;

  override connectedCallback(): void {
    if (this.wantsSpreads) void this.fetchSpreads();
  }

  get heading(): string {
    return this.cardTitle || LABELS.cardTitle;
  }

  get scope(): string {
    return this.level === 'account' ? LABELS.scopeAccount : LABELS.scopeContact;
  }

  get state(): CardState {
    const state = this.cardState;
    return state === 'ready' && (this.view?.state === 'none' || this.view?.state === 'unrated') ? 'empty' : state;
  }

  get stateTitle(): string {
    if (this.state === 'empty') return this.view?.state === 'unrated' ? LABELS.unratedTitle : LABELS.noneTitle;
    return this.state === 'error' ? LABELS.errorTitle : LABELS.noAccessTitle;
  }

  get stateText(): string {
    if (this.state === 'empty') return this.view?.state === 'unrated' ? LABELS.unratedText : LABELS.noneText;
    return this.state === 'error' ? this.errorMessage : LABELS.noAccessText;
  }

  get gauge(): GaugeView | undefined {
    return this.figures && this.gaugeOf(this.figures);
  }

  get facts(): Fact[] {
    return this.figures && this.gauge ? this.factsOf(this.figures, this.now) : [];
  }

  get staleTexts(): string[] {
    return this.view ? staleWords(this.view) : [];
  }

  get isStale(): boolean {
    return this.staleTexts.length > 0;
  }

  /** The height of what will be shown, so that nothing below moves when it comes. */
  get bodyHeight(): string {
    if (this.state !== 'loading' && !this.gauge) return '18rem';
    return this.wantsSpreads ? '38rem' : '29.5rem';
  }

  get formulaText(): string {
    return this.isExplained ? LABELS.formulaHide : LABELS.formulaShow;
  }

  get isExplainedText(): 'true' | 'false' {
    return this.isExplained ? 'true' : 'false';
  }

  /** The explanation is fetched when somebody asks for it. */
  async explain(): Promise<void> {
    this.isExplained = !this.isExplained;
    this.formula ??= (await import('c/formulaSteps')).default;
  }

  seeAnswers(): void {
    this.goToAnswers({ period: 'window' });
  }

  /** The answer's own page shows the pulse of its customer; who that is spread over stands on the customer's page. */
  private get wantsSpreads(): boolean {
    return this.level === 'account' && !this.hideSpread;
  }

  private async fetchSpreads(): Promise<void> {
    this.spreads = ((await early) ?? (await import('c/pulseSpreads'))).default;
  }

  private get view(): PulseView | undefined {
    return this.reading?.kind === 'pulse' ? pulseView(this.reading, this.now) : undefined;
  }
}
