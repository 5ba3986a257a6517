import { api, LightningElement } from 'lwc';
import type { ReportPageModel } from '../../../pages/pageSettings.ts';
import { readError } from '../../page/readError.ts';
import { pageSettings } from '../../page/settings.ts';
import { numberText, say, texts } from '../../page/texts.ts';
import { describeReport, exportReport, type RunChanges, runReport } from '../analyticsApi.ts';
import type { ChartModel } from '../chartModel.ts';
import { aggregateColumn, aggregatesAt, groupsDown, rowCount } from '../facts.ts';
import { addressWith, draftChanges, type FilterDraft, filtersOfAddress } from '../filterDraft.ts';
import { allFilters } from '../filterWords.ts';
import { matrixTable } from '../matrixTable.ts';
import { reportChart } from '../reportChart.ts';
import { csvName, saveFile } from '../saveFile.ts';
import { sortChanges } from '../sorting.ts';
import { groupTable, recordTable, type ReportTable, type SortColumn } from '../tableModel.ts';
import { tableWords } from '../tableWords.ts';
import type { WireDescribe, WireGroup, WireReportMetadata, WireResult } from '../wire.ts';

/** A report: what it says, over which rows, as a chart and as a table that can be filtered, sorted and taken away. */
export default class ReportPage extends LightningElement {
  @api page: ReportPageModel | undefined;

  texts = texts;
  result: WireResult | undefined;
  describe: WireDescribe | undefined;
  changes: RunChanges = {};
  isBusy = false;
  hasDetails: boolean | undefined;
  hasChart = true;
  isFiltering = false;
  problem: string | undefined;
  announcement = '';
  closed: ReadonlySet<string> = new Set();
  #own: WireReportMetadata | undefined;
  #turn = 0;

  override connectedCallback(): void {
    void this.open();
  }

  get reportName(): string {
    return this.result?.reportMetadata.name ?? this.page?.name ?? '';
  }

  get kind(): string {
    const type = this.result?.reportMetadata.reportType?.label;
    return type === undefined ? texts.report : say(texts.filterOf, texts.report, type);
  }

  get description(): string {
    return this.result?.reportMetadata.description ?? this.page?.description ?? '';
  }

  get ariaBusy(): string {
    return String(this.isBusy);
  }

  get isWaiting(): boolean {
    return this.isBusy && this.result === undefined;
  }

  get totals(): readonly { readonly key: string; readonly label: string; readonly text: string }[] {
    const { result } = this;
    if (result === undefined) return [];
    const cells = aggregatesAt(result, 'T', 'T');
    return result.reportMetadata.aggregates.map((name, index) => ({
      key: name,
      label: aggregateColumn(result, name).label,
      text: cells[index]?.label ?? '',
    }));
  }

  get filters(): readonly { readonly key: string; readonly text: string; readonly isLocked: boolean }[] {
    const { result, describe } = this;
    if (result === undefined) return [];
    const context = { texts, locale: pageSettings.locale, describe, extended: result.reportExtendedMetadata };
    return allFilters(result.reportMetadata, context).map((filter, index) => ({ ...filter, key: String(index) }));
  }

  get canFilter(): boolean {
    return this.describe !== undefined && this.result !== undefined;
  }

  get filtering(): string {
    return String(this.isFiltering);
  }

  get metadata(): WireReportMetadata | undefined {
    return this.result?.reportMetadata;
  }

  get chart(): ChartModel | undefined {
    return this.result === undefined ? undefined : reportChart(this.result, pageSettings.locale);
  }

  get shownChart(): ChartModel | undefined {
    return this.hasChart ? this.chart : undefined;
  }

  get chartButton(): string | undefined {
    if (this.chart === undefined) return undefined;
    return this.hasChart ? texts.reportHideChart : texts.reportShowChart;
  }

  /** A plain list has nothing but its rows. */
  get detailsButton(): string | undefined {
    if (this.result === undefined || this.isList) return undefined;
    return this.hasDetails === true ? texts.reportHideRows : texts.reportShowRows;
  }

  get groupsButton(): string | undefined {
    if (this.openable.length === 0) return undefined;
    return this.closed.size > 0 ? texts.reportOpenAll : texts.reportCloseAll;
  }

  get table(): ReportTable | undefined {
    const { result } = this;
    if (result === undefined) return undefined;
    return this.isMatrix ? matrixTable(result, this.closed, tableWords) : groupTable(result, this.closed, tableWords);
  }

  /** The rows of a matrix stand below it. */
  get records(): ReportTable | undefined {
    return this.result !== undefined && this.isMatrix && this.hasDetails === true ? recordTable(this.result, tableWords) : undefined;
  }

  get isList(): boolean {
    return this.metadata?.groupingsDown.length === 0 && this.metadata.groupingsAcross.length === 0;
  }

  get cutNote(): string | undefined {
    const { result } = this;
    if (result === undefined || result.allData || this.hasDetails !== true) return undefined;
    return say(texts.reportRowsCut, numberText(rowCount(result)));
  }

  handleRefresh(): void {
    void this.run(this.changes, true);
  }

  handleDetails(): void {
    this.hasDetails = this.hasDetails !== true;
    void this.run(this.changes);
  }

  handleChart(): void {
    this.hasChart = !this.hasChart;
  }

  handleGroups(): void {
    this.closed = this.closed.size > 0 ? new Set() : new Set(this.openable);
  }

  handleToggle(event: CustomEvent<string>): void {
    const closed = new Set(this.closed);
    if (!closed.delete(event.detail)) closed.add(event.detail);
    this.closed = closed;
  }

  handleSort(event: CustomEvent<SortColumn>): void {
    if (this.metadata !== undefined) void this.run({ ...this.changes, ...sortChanges(this.metadata, event.detail) });
  }

  handleFilters(): void {
    this.isFiltering = !this.isFiltering;
  }

  handleRun(event: CustomEvent<FilterDraft>): void {
    const own = this.#own?.reportFilters ?? [];
    window.history.replaceState(null, '', addressWith(window.location.href, own, event.detail.filters));
    void this.run({ ...this.changes, ...draftChanges(event.detail) }, true);
  }

  handleReset(): void {
    const own = this.#own?.reportFilters ?? [];
    window.history.replaceState(null, '', addressWith(window.location.href, own, own));
    void this.run({}, true);
  }

  async handleExport(event: CustomEvent<{ readonly value: 'details' | 'formatted' }>): Promise<void> {
    this.problem = undefined;
    try {
      const file = await exportReport(this.page?.reportId ?? '', this.changes, event.detail.value);
      saveFile(file, csvName(this.reportName, new Date().toISOString().slice(0, 10)));
    } catch (error) {
      this.problem = `${texts.reportExportFailed} ${readError(error)}`;
    }
  }

  private get isMatrix(): boolean {
    return (this.metadata?.groupingsAcross.length ?? 0) > 0;
  }

  /** Keys of groups that hold something. */
  private get openable(): readonly string[] {
    const { result } = this;
    if (result === undefined) return [];
    const hasRows = (group: WireGroup): boolean => !this.isMatrix && (result.factMap[`${group.key}!T`]?.rows?.length ?? 0) > 0;
    const keys = (groups: readonly WireGroup[]): readonly string[] =>
      groups.flatMap((group) => [...(group.groupings.length > 0 || hasRows(group) ? [group.key] : []), ...keys(group.groupings)]);
    return keys(groupsDown(result));
  }

  /** What the report itself says comes first: whether it shows its rows, and what an address asks of its filters. */
  private async open(): Promise<void> {
    this.isBusy = true;
    try {
      const describe = await describeReport(this.page?.reportId ?? '');
      this.describe = describe;
      this.#own = describe.reportMetadata;
      this.hasDetails = describe.reportMetadata.hasDetailRows;
      await this.run(filtersOfAddress(window.location.search, describe.reportMetadata));
    } catch (error) {
      this.problem = readError(error);
      this.isBusy = false;
    }
  }

  /** Answers that came too late are dropped. */
  private async run(changes: RunChanges, isTold = false): Promise<void> {
    if (this.describe === undefined) return this.open();
    this.#turn += 1;
    const turn = this.#turn;
    this.isBusy = true;
    this.problem = undefined;
    try {
      const result = await runReport(this.page?.reportId ?? '', changes, this.hasDetails === true);
      if (turn !== this.#turn) return;
      this.result = result;
      this.changes = changes;
      this.closed = new Set();
      if (isTold) this.announcement = texts.figuresRefreshed;
    } catch (error) {
      if (turn === this.#turn) this.problem = readError(error);
    } finally {
      if (turn === this.#turn) this.isBusy = false;
    }
  }
}
