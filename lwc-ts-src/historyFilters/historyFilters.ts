import { LightningElement, api } from 'lwc';
import { NO_CHOICES, type Choices } from 'c/historyCriteria';
import { ALL, BAND_OPTIONS, FOLLOW_UP_OPTIONS, PERIOD_OPTIONS, PROGRAM_OPTIONS, touchpointOptions, type Option } from './options';
import { LABELS } from './labels';

/** One filter as it is drawn. */
interface ShownFilter {
  readonly key: string;
  readonly label: string;
  readonly options: readonly Option[];
  readonly value: string;
}

/**
 * The filters over the answers, which come out behind a button, so that a narrow card stays short.
 * @fires choose with all `Choices` as they are now
 */
export default class HistoryFilters extends LightningElement {
  @api choices: Choices = NO_CHOICES;

  /** Touchpoints that can be chosen. */
  @api touchpoints: readonly string[] = [];

  labels = LABELS;

  get filters(): readonly ShownFilter[] {
    const { band, touchpoint, program, period, followUp } = this.choices;
    return [
      { key: 'band', label: LABELS.band, options: BAND_OPTIONS, value: band ?? ALL },
      { key: 'touchpoint', label: LABELS.touchpoint, options: this.touchpointOptions, value: touchpoint ?? ALL },
      { key: 'program', label: LABELS.program, options: PROGRAM_OPTIONS, value: program ?? ALL },
      { key: 'period', label: LABELS.period, options: PERIOD_OPTIONS, value: period ?? ALL },
      { key: 'followUp', label: LABELS.followUp, options: FOLLOW_UP_OPTIONS, value: followUp ?? ALL },
    ];
  }

  pick(event: CustomEvent<{ value: string }>): void {
    const key = event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset['filter'] : undefined;
    const { value } = event.detail;
    if (key !== undefined) this.choose({ [key]: value === ALL ? undefined : value });
  }

  pickComment(event: CustomEvent<{ checked: boolean }>): void {
    this.choose({ withComment: event.detail.checked });
  }

  /** A touchpoint that was asked for from elsewhere may not have been met yet. */
  private get touchpointOptions(): readonly Option[] {
    const { touchpoint } = this.choices;
    const known = this.touchpoints;
    return touchpointOptions(touchpoint === undefined || known.includes(touchpoint) ? known : [...known, touchpoint]);
  }

  private choose(change: Partial<Choices>): void {
    this.dispatchEvent(new CustomEvent('choose', { detail: { ...this.choices, ...change } }));
  }
}
