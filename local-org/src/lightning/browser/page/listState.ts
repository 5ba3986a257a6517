import type { ListPageModel, ListRowModel, ListRowsModel } from '../../pages/pageSettings.ts';

/** What of a list a page shows, and how somebody asked for it. */
export interface ListState {
  readonly rows: readonly ListRowModel[];
  readonly total: number;
  readonly sort: ListPageModel['sort'];
  readonly search: string;
}

/** The list as the page was drawn. */
export function listStateOf({ rows, total, sort, search }: ListPageModel): ListState {
  return { rows, total, sort, search };
}

/** What the door for rows is asked. @param from rows that are there already */
export function rowsQuery(list: ListPageModel, { sort, search }: Pick<ListState, 'sort' | 'search'>, from: number): Record<string, string> {
  const view = list.views.find(({ current }) => current)?.name;
  return {
    sort: `${sort.descending ? '-' : ''}${sort.column}`,
    ...(search === '' ? {} : { search }),
    ...(from === 0 ? {} : { from: String(from) }),
    ...(view === undefined ? {} : { filterName: view }),
  };
}

/** Address at which the page shows the same again, for the browser's history and for bookmarks. */
export function listAddress(here: string, state: Pick<ListState, 'sort' | 'search'>, own: ListPageModel['sort']): string {
  const url = new URL(here);
  const isOwn = state.sort.column === own.column && state.sort.descending === own.descending;
  if (isOwn) url.searchParams.delete('sort');
  else url.searchParams.set('sort', `${state.sort.descending ? '-' : ''}${state.sort.column}`);
  if (state.search === '') url.searchParams.delete('search');
  else url.searchParams.set('search', state.search);
  return `${url.pathname}${url.search}`;
}

/** A second click on a column turns its order round. */
export function nextSort(sort: ListPageModel['sort'], column: string): ListPageModel['sort'] {
  return { column, descending: sort.column === column && !sort.descending };
}

/** The state with more rows; one that came meanwhile is not shown twice. */
export function withMore(state: ListState, more: ListRowsModel): ListState {
  const known = new Set(state.rows.map(({ id }) => id));
  return { ...state, rows: [...state.rows, ...more.rows.filter(({ id }) => !known.has(id))], total: more.total };
}
