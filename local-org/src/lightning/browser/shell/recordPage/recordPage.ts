import { api, LightningElement } from 'lwc';
import type { ComponentModel, RecordPageModel, RegionModel } from '../../../pages/pageSettings.ts';
import { openRecordDialog } from '../../page/dialogRequests.ts';
import { narrowOrder, oneColumn, phoneScreen } from '../../page/narrowOrder.ts';

interface ShownRegion {
  readonly name: string;
  readonly components: readonly ComponentModel[];
  readonly className: string;
  /** What components get as `flexipageRegionWidth`. */
  readonly width: 'SMALL' | 'MEDIUM' | 'LARGE';
}

const widths: Readonly<Record<string, ShownRegion['width']>> = {
  sidebar: 'SMALL',
  leftsidebar: 'SMALL',
  rightsidebar: 'SMALL',
  main: 'MEDIUM',
  leftcol: 'MEDIUM',
  rightcol: 'MEDIUM',
};

const wideNames: ReadonlySet<string> = new Set(['header', 'subheader']);

/** A record's page: the regions of its template with their components; on phones the app's page for phones, or the important first. */
export default class RecordPage extends LightningElement {
  @api page: RecordPageModel | undefined;

  isPhone = window.matchMedia(phoneScreen).matches;
  isOneColumn = window.matchMedia(oneColumn).matches;

  override connectedCallback(): void {
    for (const query of [phoneScreen, oneColumn]) window.matchMedia(query).addEventListener('change', this.#onWidth);
    const { dialog } = this.page ?? {};
    // The dialog's host is drawn after the page.
    if (dialog !== undefined) setTimeout(() => openRecordDialog(dialog), 0);
  }

  override disconnectedCallback(): void {
    for (const query of [phoneScreen, oneColumn]) window.matchMedia(query).removeEventListener('change', this.#onWidth);
  }

  /** Regions across the whole width, above the columns. */
  get wideRegions(): readonly ShownRegion[] {
    return this.regions((name) => wideNames.has(name));
  }

  get columnRegions(): readonly ShownRegion[] {
    return this.regions((name) => !wideNames.has(name));
  }

  private regions(wanted: (name: string) => boolean): readonly ShownRegion[] {
    const { page, isPhone, isOneColumn } = this;
    const small = isPhone ? page?.small : undefined;
    const all = (small ?? page)?.regions ?? [];
    const shownHere = all.filter(({ name, components }) => wanted(name) && components.length > 0);
    // Whoever made a page for phones has ordered it.
    const ordered = isOneColumn && small === undefined ? narrowOrder(shownHere) : shownHere;
    return ordered.map((region) =>
      isPhone ? { ...region, className: 'column column_large', width: 'SMALL' } : shown(region, isOneColumn || ordered.length === 1),
    );
  }

  readonly #onWidth = (): void => {
    this.isPhone = window.matchMedia(phoneScreen).matches;
    this.isOneColumn = window.matchMedia(oneColumn).matches;
  };
}

function shown(region: RegionModel, alone: boolean): ShownRegion {
  const width = widths[region.name] ?? 'LARGE';
  return { ...region, className: `column column_${alone ? 'large' : width.toLowerCase()}`, width: alone ? 'LARGE' : width };
}
