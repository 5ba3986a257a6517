import { api, LightningElement } from 'lwc';
import type { ReportsPageModel } from '../../../pages/pageSettings.ts';
import { say, sayCount, texts } from '../../page/texts.ts';
import { readRecent } from '../analyticsApi.ts';

type Item = ReportsPageModel['items'][number];

/** Lists that are no folder. */
const recent = 'recent';
const all = 'all';

/** Reports or dashboards: those looked at last, those of a folder, all; searched by name and description. */
export default class Home extends LightningElement {
  @api page: ReportsPageModel | undefined;

  texts = texts;
  search = '';
  chosen: string | undefined;
  recentIds: readonly string[] | undefined;

  override connectedCallback(): void {
    this.chosen = new URLSearchParams(window.location.search).get('folder') ?? all;
    void this.readRecent();
  }

  get heading(): string {
    return this.isReports ? texts.reports : texts.dashboards;
  }

  get icon(): string {
    return this.isReports ? 'standard:report' : 'standard:dashboard';
  }

  get folders(): readonly { readonly id: string; readonly name: string; readonly ariaCurrent: string | null; readonly count: string }[] {
    const { items = [], folders = [] } = this.page ?? {};
    const places = [
      { id: recent, name: texts.reportRecent, count: this.recentItems.length },
      { id: all, name: texts.reportFoldersAll, count: items.length },
      ...folders.map(({ id, name }) => ({ id, name, count: items.filter(({ folderId }) => folderId === id).length })),
    ];
    return places.map(({ id, name, count }) => ({ id, name, count: String(count), ariaCurrent: id === this.chosen ? 'true' : null }));
  }

  get options(): readonly { readonly label: string; readonly value: string }[] {
    return this.folders.map(({ id, name, count }) => ({ value: id, label: `${name} (${count})` }));
  }

  get items(): readonly (Item & { readonly url: string })[] {
    const words = this.search
      .toLowerCase()
      .split(/\s+/u)
      .filter((word) => word !== '');
    const matches = ({ name, description, folderName }: Item): boolean => {
      const text = `${name} ${description} ${folderName}`.toLowerCase();
      return words.every((word) => text.includes(word));
    };
    // Whoever searches looks everywhere.
    const from = words.length > 0 ? (this.page?.items ?? []) : this.chosenItems;
    return from.filter(matches).map((item) => ({ ...item, url: `/lightning/r/${this.page?.of ?? ''}/${item.id}/view` }));
  }

  get summary(): string {
    return sayCount('itemCount', this.items.length);
  }

  get emptyText(): string | undefined {
    if (this.items.length > 0) return undefined;
    return this.search === '' ? texts.listEmpty : say(texts.listNoMatch, this.search);
  }

  handleSearch(event: CustomEvent<{ readonly value: string }>): void {
    this.search = event.detail.value.trim();
  }

  handleFolder(event: Event): void {
    this.choose((event.currentTarget as HTMLElement).dataset['folder'] ?? all);
  }

  handleOption(event: CustomEvent<{ readonly value: string }>): void {
    this.choose(event.detail.value);
  }

  private get isReports(): boolean {
    return this.page?.of === 'Report';
  }

  private get recentItems(): readonly Item[] {
    const byId = new Map((this.page?.items ?? []).map((item) => [item.id.slice(0, 15), item]));
    return (this.recentIds ?? []).map((id) => byId.get(id.slice(0, 15))).filter((item) => item !== undefined);
  }

  private get chosenItems(): readonly Item[] {
    const { items = [] } = this.page ?? {};
    if (this.chosen === recent) return this.recentItems;
    return this.chosen === all ? items : items.filter(({ folderId }) => folderId === this.chosen);
  }

  private choose(folder: string): void {
    this.chosen = folder;
    const url = new URL(window.location.href);
    if (folder === all) url.searchParams.delete('folder');
    else url.searchParams.set('folder', folder);
    window.history.replaceState(null, '', `${url.pathname}${url.search}`);
  }

  /** The list stands without it. */
  private async readRecent(): Promise<void> {
    try {
      this.recentIds = await readRecent(this.isReports ? 'reports' : 'dashboards');
    } catch {
      this.recentIds = [];
    }
  }
}
