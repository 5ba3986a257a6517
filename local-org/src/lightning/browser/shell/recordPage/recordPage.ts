import { api, LightningElement } from 'lwc';
import type { ComponentModel, RecordPageModel, RegionModel } from '../../../pages/pageSettings.ts';

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

/** A record's page: the regions of its template with their components. */
export default class RecordPage extends LightningElement {
  @api page: RecordPageModel | undefined;

  /** Regions across the whole width, above the columns. */
  get wideRegions(): readonly ShownRegion[] {
    return this.regions((name) => name === 'header' || name === 'subheader');
  }

  get columnRegions(): readonly ShownRegion[] {
    return this.regions((name) => name !== 'header' && name !== 'subheader');
  }

  private regions(wanted: (name: string) => boolean): readonly ShownRegion[] {
    return (this.page?.regions ?? []).filter(({ name, components }) => wanted(name) && components.length > 0).map(shown);
  }
}

function shown(region: RegionModel, _index: number, all: readonly RegionModel[]): ShownRegion {
  const width = widths[region.name] ?? 'LARGE';
  const alone = all.length === 1;
  return { ...region, className: `column column_${alone ? 'large' : width.toLowerCase()}`, width: alone ? 'LARGE' : width };
}
