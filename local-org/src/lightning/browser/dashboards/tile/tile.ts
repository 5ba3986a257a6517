import { api, LightningElement } from 'lwc';
import { pageSettings } from '../../page/settings.ts';
import { say, texts } from '../../page/texts.ts';
import { tableWords } from '../../reports/tableWords.ts';
import type { WireComponent, WireComponentData, WireVisualization } from '../../reports/wire.ts';
import { tileView, type TileView } from '../tileView.ts';

type ViewOf<Kind extends TileView['kind']> = Extract<TileView, { readonly kind: Kind }>;

/** One component of a dashboard: its heading, what it draws, its footer, and the way to its report. */
export default class Tile extends LightningElement {
  @api component: WireComponent | undefined;
  @api data: WireComponentData | undefined;
  /** Pixels that its drawing has. */
  @api height = 220;

  texts = texts;

  get heading(): string {
    const { header, title } = this.component ?? {};
    return header ?? title ?? this.data?.reportResult?.reportMetadata.name ?? '';
  }

  get subtitle(): string {
    const { header, title } = this.component ?? {};
    return header === null || header === undefined ? '' : (title ?? '');
  }

  get footer(): string {
    return this.component?.footer ?? '';
  }

  get reportUrl(): string | undefined {
    const id = this.component?.reportId;
    return id === null || id === undefined ? undefined : `/lightning/r/Report/${id}/view`;
  }

  /** A chart has the way to its report beside its own button. */
  get ownLink(): boolean {
    return this.reportUrl !== undefined && this.view?.kind !== 'chart';
  }

  get reportLabel(): string {
    return say(texts.filterOf, texts.dashboardViewReport, this.heading);
  }

  get properties(): WireVisualization | undefined {
    return this.component?.properties.visualizationProperties ?? undefined;
  }

  get chart(): ViewOf<'chart'> | undefined {
    return this.viewOf('chart');
  }

  get metric(): ViewOf<'metric'> | undefined {
    return this.viewOf('metric');
  }

  get gauge(): ViewOf<'gauge'> | undefined {
    return this.viewOf('gauge');
  }

  get table(): ViewOf<'table'> | undefined {
    return this.isEmpty ? undefined : this.viewOf('table');
  }

  get text(): ViewOf<'text'> | undefined {
    return this.viewOf('text');
  }

  get problem(): ViewOf<'problem'> | undefined {
    return this.viewOf('problem');
  }

  get isEmpty(): boolean {
    const { view } = this;
    return view?.kind === 'nothing' || (view?.kind === 'table' && view.table.rows.every(({ kind }) => kind === 'total'));
  }

  private get view(): TileView | undefined {
    const words = { ...tableWords, locale: pageSettings.locale };
    return this.component === undefined ? undefined : tileView(this.component, this.data, words);
  }

  private viewOf<Kind extends TileView['kind']>(kind: Kind): ViewOf<Kind> | undefined {
    const { view } = this;
    // The union's member of this kind: the comparison before says so.
    return view?.kind === kind ? (view as ViewOf<Kind>) : undefined;
  }
}
