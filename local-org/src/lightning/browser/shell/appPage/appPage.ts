import { api, LightningElement } from 'lwc';
import type { AppPageModel, ComponentModel } from '../../../pages/pageSettings.ts';

interface ShownRegion {
  readonly name: string;
  readonly components: readonly ComponentModel[];
  /** What components get as `flexipageRegionWidth`. */
  readonly width: 'SMALL' | 'MEDIUM' | 'LARGE';
  readonly className: string;
}

/** Where the regions of a template stand: rows of columns, each with its share of the width in twelfths. */
const rowsOfTemplate: Readonly<Record<string, readonly (readonly (readonly [region: string, share: number])[])[]>> = {
  'flexipage:defaultAppHomeTemplate': [[['main', 12]]],
  'flexipage:appHomeTemplateTwoColumns': [
    [
      ['region1', 8],
      ['region2', 4],
    ],
  ],
  'flexipage:appHomeTemplateThreeColumns': [
    [
      ['region1', 4],
      ['region2', 4],
      ['region3', 4],
    ],
  ],
  'flexipage:appHomeTemplateHeaderTwoColumns': [
    [['region1', 12]],
    [
      ['region2', 6],
      ['region3', 6],
    ],
  ],
  'home:desktopTemplate': [
    [
      ['top', 8],
      ['sidebar', 4],
    ],
    [
      ['bottomLeft', 6],
      ['bottomRight', 6],
    ],
  ],
};

/** A Lightning page that shows no record: a header with its name, and the regions of its template. */
export default class AppPage extends LightningElement {
  @api page: AppPageModel | undefined;

  override get title(): string {
    return this.page?.title ?? '';
  }

  get icon(): string {
    return this.page?.icon ?? '';
  }

  get rows(): readonly { readonly key: string; readonly regions: readonly ShownRegion[] }[] {
    const { page } = this;
    if (page === undefined) return [];
    const rows = rowsOfTemplate[page.template] ?? page.regions.map(({ name }) => [[name, 12] as const]);
    return rows.map((row, index) => ({ key: `row${index}`, regions: row.flatMap(([name, share]) => shown(page, name, share)) }));
  }
}

function shown(page: AppPageModel, name: string, share: number): readonly ShownRegion[] {
  const region = page.regions.find((candidate) => candidate.name === name);
  if (region === undefined || region.components.length === 0) return [];
  const width = share === 12 ? 'LARGE' : share > 4 ? 'MEDIUM' : 'SMALL';
  return [{ ...region, width, className: `column share_${share}` }];
}
