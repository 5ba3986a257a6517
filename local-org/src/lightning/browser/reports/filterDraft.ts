import type { RunChanges } from './analyticsApi.ts';
import type { WireDateFilter, WireFilter, WireReportMetadata } from './wire.ts';

/** Filters as somebody is changing them. */
export interface FilterDraft {
  readonly filters: readonly WireFilter[];
  readonly date: WireDateFilter | undefined;
  readonly scope: string | undefined;
}

/** The filters of a run. */
export function draftOf(metadata: WireReportMetadata): FilterDraft {
  const { reportFilters, standardDateFilter, scope } = metadata;
  return {
    filters: reportFilters ?? [],
    date: standardDateFilter === null || standardDateFilter?.column === null ? undefined : standardDateFilter,
    scope: scope ?? undefined,
  };
}

/** A draft with one filter changed. */
export function withFilter(draft: FilterDraft, index: number, change: Partial<Pick<WireFilter, 'operator' | 'value'>>): FilterDraft {
  return { ...draft, filters: draft.filters.map((filter, at) => (at === index ? { ...filter, ...change } : filter)) };
}

/** A draft for another period; days are kept only for a period between two days. */
export function withPeriod(draft: FilterDraft, change: Partial<WireDateFilter>): FilterDraft {
  const { date } = draft;
  if (date === undefined) return draft;
  const next = { ...date, ...change };
  return { ...draft, date: next.durationValue === 'CUSTOM' ? next : { ...next, startDate: null, endDate: null } };
}

/** What of a run a draft changes. */
export function draftChanges({ filters, date, scope }: FilterDraft): RunChanges {
  return {
    ...(filters.length === 0 ? {} : { reportFilters: filters }),
    ...(date === undefined ? {} : { standardDateFilter: date }),
    ...(scope === undefined ? {} : { scope }),
  };
}

/** Filters whose values an address gives, as the platform's `fv0`, `fv1`, ... do; locked ones stay. */
export function filtersOfAddress(search: string, metadata: WireReportMetadata): RunChanges {
  const asked = new URLSearchParams(search);
  const filters = metadata.reportFilters ?? [];
  const given = filters.map((filter, index) => {
    const value = asked.get(`fv${String(index)}`);
    return value === null || filter.isRunPageEditable === false ? filter : { ...filter, value };
  });
  return given.some((filter, index) => filter !== filters[index]) ? { reportFilters: given } : {};
}

/** The address at which the same filters stand again. */
export function addressWith(href: string, own: readonly WireFilter[], filters: readonly WireFilter[]): string {
  const url = new URL(href);
  for (const [index, filter] of filters.entries()) {
    const name = `fv${String(index)}`;
    if (filter.value === own[index]?.value) url.searchParams.delete(name);
    else url.searchParams.set(name, filter.value);
  }
  return `${url.pathname}${url.search}`;
}
