import { api, LightningElement } from 'lwc';
import type { DashboardPageModel } from '../../../pages/pageSettings.ts';
import { readError } from '../../page/readError.ts';
import { pageSettings } from '../../page/settings.ts';
import { say, texts } from '../../page/texts.ts';
import { readDashboard, refreshDashboard } from '../../reports/analyticsApi.ts';
import type { WireComponent, WireComponentData, WireDashboard } from '../../reports/wire.ts';
import { gridColumns, placedTiles } from '../layout.ts';

interface ShownTile {
  readonly key: string;
  readonly style: string;
  readonly component: WireComponent;
  readonly data: WireComponentData | undefined;
  readonly height: number;
}

/** What a select takes for no option. */
const allValues = '';

/** A dashboard: its components on their grid, its filters, whose records it shows and how old its figures are. */
export default class DashboardPage extends LightningElement {
  @api page: DashboardPageModel | undefined;

  texts = texts;
  dashboard: WireDashboard | undefined;
  chosen: readonly (string | undefined)[] = [];
  isBusy = false;
  problem: string | undefined;
  announcement = '';
  #turn = 0;

  override connectedCallback(): void {
    const asked = new URLSearchParams(window.location.search);
    this.chosen = [1, 2, 3, 4, 5].map((number) => asked.get(`filter${String(number)}`) ?? undefined);
    void this.read(readDashboard);
  }

  get dashboardName(): string {
    return this.dashboard?.dashboardMetadata.name ?? this.page?.name ?? '';
  }

  get description(): string {
    return this.dashboard?.dashboardMetadata.description ?? this.page?.description ?? '';
  }

  get ariaBusy(): string {
    return String(this.isBusy);
  }

  get isWaiting(): boolean {
    return this.isBusy && this.dashboard === undefined;
  }

  /** Whose records, and when they were read. */
  get facts(): string {
    const { dashboard } = this;
    if (dashboard === undefined) return '';
    const { runningUser } = dashboard.dashboardMetadata;
    const dates = dashboard.componentData.flatMap(({ status }) => (status.refreshDate === null ? [] : [status.refreshDate])).sort();
    const [oldest] = dates;
    const viewing = say(texts.dashboardViewingAs, runningUser.displayName);
    return oldest === undefined ? viewing : `${viewing} · ${say(texts.dashboardAsOf, momentText(oldest))}`;
  }

  get filters(): readonly {
    readonly key: string;
    readonly label: string;
    readonly value: string;
    readonly options: readonly { readonly label: string; readonly value: string }[];
  }[] {
    return (this.dashboard?.dashboardMetadata.filters ?? []).map(({ name, options, selectedOption }, index) => ({
      key: String(index),
      label: name,
      value: this.chosen[index] ?? selectedOption ?? allValues,
      options: [
        { label: texts.dashboardFilterAll, value: allValues },
        ...options.map(({ id, alias, value }) => ({ value: id, label: alias ?? value ?? '' })),
      ],
    }));
  }

  get hasFilters(): boolean {
    return this.filters.length > 0;
  }

  get gridStyle(): string {
    const layout = this.dashboard?.dashboardMetadata.layout;
    if (layout === undefined) return '';
    return `--columns: ${String(gridColumns(layout))}; --row: ${String(layout.rowHeight ?? 36)}px`;
  }

  get tiles(): readonly ShownTile[] {
    const { dashboard } = this;
    if (dashboard === undefined) return [];
    const { components, layout } = dashboard.dashboardMetadata;
    return placedTiles(layout, components.length).flatMap(({ index, style }): ShownTile[] => {
      const component = components[index];
      if (component === undefined) return [];
      const data =
        dashboard.componentData.find(({ componentId }) => componentId === component.id) ??
        dashboard.componentData[component.componentData ?? -1];
      const rows = layout.components?.[index]?.rowspan ?? 8;
      // What the heading, the legend, the links and the footer take of the tile.
      return [{ key: component.id, style, component, data, height: Math.max(190, rows * (layout.rowHeight ?? 36) - 160) }];
    });
  }

  get isEmpty(): boolean {
    return this.dashboard !== undefined && this.tiles.length === 0;
  }

  handleFilter(event: CustomEvent<{ readonly value: string }>): void {
    const index = Number((event.currentTarget as HTMLElement).dataset['filter']);
    const value = event.detail.value === allValues ? undefined : event.detail.value;
    this.chosen = this.chosen.map((one, at) => (at === index ? value : one));
    const url = new URL(window.location.href);
    if (value === undefined) url.searchParams.delete(`filter${String(index + 1)}`);
    else url.searchParams.set(`filter${String(index + 1)}`, value);
    window.history.replaceState(null, '', `${url.pathname}${url.search}`);
    void this.read(readDashboard, true);
  }

  handleRefresh(): void {
    void this.read(refreshDashboard, true);
  }

  /** Answers that came too late are dropped. */
  private async read(how: typeof readDashboard, isTold = false): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    this.isBusy = true;
    this.problem = undefined;
    try {
      const dashboard = await how(this.page?.dashboardId ?? '', this.chosen);
      if (turn !== this.#turn) return;
      this.dashboard = dashboard;
      if (isTold) this.announcement = texts.figuresRefreshed;
    } catch (error) {
      if (turn === this.#turn) this.problem = readError(error);
    } finally {
      if (turn === this.#turn) this.isBusy = false;
    }
  }
}

function momentText(moment: string): string {
  // `+0000` without a colon is the platform's; browsers want `Z`.
  const date = new Date(moment.replace(/\+0000$/u, 'Z'));
  return new Intl.DateTimeFormat(pageSettings.locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: pageSettings.timeZone }).format(
    date,
  );
}
