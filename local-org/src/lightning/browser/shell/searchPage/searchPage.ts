import { api, LightningElement } from 'lwc';
import type { SearchGroupModel, SearchPageModel } from '../../../pages/pageSettings.ts';
import { numberText, say, sayCount, texts } from '../../page/texts.ts';
import type { TableColumn } from '../recordTable/recordTable.ts';

interface ShownGroup extends SearchGroupModel {
  readonly heading: string;
  readonly allLabel: string;
  readonly tableColumns: readonly TableColumn[];
}

/** What was found for some words, object by object. */
export default class SearchPage extends LightningElement {
  @api page: SearchPageModel | undefined;

  texts = texts;

  get heading(): string {
    const term = this.page?.term ?? '';
    return term === '' ? texts.search : say(texts.searchResultsFor, term);
  }

  get summary(): string {
    const { problem, groups = [], term = '' } = this.page ?? {};
    if (problem !== undefined) return problem;
    if (groups.length === 0) return say(texts.searchNothing, term);
    const count = groups.reduce((sum, { total }) => sum + total, 0);
    const text = sayCount('searchResultCount', count);
    return groups.some(({ more }) => more) ? text.replace(numberText(count), `${numberText(count)}+`) : text;
  }

  /** Where only one object was looked at, the way to all of them. */
  get allUrl(): string | undefined {
    const isOne = new URLSearchParams(window.location.search).has('object');
    return isOne ? `/lightning/search?${new URLSearchParams({ q: this.page?.term ?? '' }).toString()}` : undefined;
  }

  get groups(): readonly ShownGroup[] {
    return (this.page?.groups ?? []).map((group) => ({
      ...group,
      heading: `${group.label} (${numberText(group.total)}${group.more ? '+' : ''})`,
      allLabel: say(texts.searchShowAll, group.label),
      tableColumns: group.columns.map((label, index) => ({ name: `column${String(index)}`, label, sortable: false, sorted: 'none' })),
    }));
  }
}
