import { api, LightningElement } from 'lwc';
import { pageSettings } from '../../page/settings.ts';
import { texts } from '../../page/texts.ts';
import { durationLabel } from '../dateWords.ts';
import { draftOf, type FilterDraft, withFilter, withPeriod } from '../filterDraft.ts';
import { columnLabel, type FilterContext, filterColumn, filterSentence, joinValues, operatorLabel, splitValues } from '../filterWords.ts';
import type { WireDescribe, WireFilter, WireReportMetadata } from '../wire.ts';

interface Choice {
  readonly label: string;
  readonly value: string;
}

interface ShownFilter {
  readonly key: string;
  readonly label: string;
  readonly sentence: string;
  readonly isLocked: boolean;
  readonly operator: string;
  readonly operators: readonly Choice[];
  readonly value: string;
  readonly values: readonly string[];
  readonly choices: readonly Choice[] | undefined;
}

/** The filters of a report as a form. Tells `run` with the filters that somebody chose, and `reset`. */
export default class ReportFilters extends LightningElement {
  @api describe: WireDescribe | undefined;

  texts = texts;
  draft: FilterDraft = { filters: [], date: undefined, scope: undefined };
  #metadata: WireReportMetadata | undefined;

  /** Of the run that is shown. */
  @api
  get metadata(): WireReportMetadata | undefined {
    return this.#metadata;
  }

  set metadata(metadata: WireReportMetadata | undefined) {
    this.#metadata = metadata;
    if (metadata !== undefined) this.draft = draftOf(metadata);
  }

  get filters(): readonly ShownFilter[] {
    return this.draft.filters.map((filter, index) => this.shownFilter(filter, String(index)));
  }

  get scopes(): readonly Choice[] {
    return this.describe?.reportTypeMetadata.scopeInfo?.values ?? [];
  }

  get hasScopes(): boolean {
    return this.scopes.length > 1 && this.draft.scope !== undefined;
  }

  get periods(): readonly Choice[] {
    const groups = this.describe?.reportTypeMetadata.standardDateFilterDurationGroups ?? [];
    const all = groups.flatMap(({ standardDateFilterDurations }) =>
      standardDateFilterDurations.map(({ label, value }) => ({ label, value })),
    );
    const now = this.draft.date?.durationValue ?? undefined;
    const isKnown = now === undefined || all.some(({ value }) => value === now);
    return isKnown ? all : [{ label: durationLabel(now, this.context) ?? now, value: now }, ...all];
  }

  get periodLabel(): string {
    const column = this.draft.date?.column ?? '';
    return columnLabel(this.context, column);
  }

  get isCustom(): boolean {
    return this.draft.date?.durationValue === 'CUSTOM';
  }

  changeScope(event: CustomEvent<{ readonly value: string }>): void {
    this.draft = { ...this.draft, scope: event.detail.value };
  }

  changePeriod(event: CustomEvent<{ readonly value: string }>): void {
    this.draft = withPeriod(this.draft, { durationValue: event.detail.value });
  }

  changeDay(event: CustomEvent<{ readonly value: string }>): void {
    const which = this.nameOf(event) === 'start' ? 'startDate' : 'endDate';
    this.draft = withPeriod(this.draft, { [which]: event.detail.value === '' ? null : event.detail.value });
  }

  changeOperator(event: CustomEvent<{ readonly value: string }>): void {
    this.draft = withFilter(this.draft, Number(this.nameOf(event)), { operator: event.detail.value });
  }

  changeValue(event: CustomEvent<{ readonly value: string | readonly string[] }>): void {
    const { value } = event.detail;
    this.draft = withFilter(this.draft, Number(this.nameOf(event)), { value: typeof value === 'string' ? value : joinValues(value) });
  }

  handleSubmit(event: Event): void {
    event.preventDefault();
    this.dispatchEvent(new CustomEvent<FilterDraft>('run', { detail: this.draft }));
  }

  handleReset(): void {
    this.dispatchEvent(new CustomEvent('reset'));
  }

  private shownFilter(filter: WireFilter, key: string): ShownFilter {
    const { describe, context } = this;
    const column = filterColumn(describe, filter.column);
    const operators = describe?.reportTypeMetadata.dataTypeFilterOperatorMap[column?.dataType ?? 'string'] ?? [];
    const isEqual = ['equals', 'notEqual', 'includes', 'excludes'].includes(filter.operator);
    const choices = (column?.filterValues ?? []).map(({ name, label }) => ({ value: name, label }));
    return {
      key,
      label: columnLabel(context, filter.column),
      sentence: filterSentence(filter, context),
      isLocked: filter.isRunPageEditable === false,
      operator: filter.operator,
      operators: operators.map(({ name, label }) => ({ value: name, label: operatorLabel(name, texts, label) })),
      value: filter.value,
      // Files may name values by their labels.
      values: splitValues(filter.value).map((value) => choices.find(({ label }) => label === value)?.value ?? value),
      choices: isEqual && choices.length > 0 ? choices : undefined,
    };
  }

  private nameOf(event: Event): string {
    return (event.currentTarget as HTMLElement).dataset['name'] ?? '';
  }

  private get context(): FilterContext {
    return { texts, locale: pageSettings.locale, describe: this.describe, extended: undefined };
  }
}
