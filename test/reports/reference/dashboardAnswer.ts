import type { Json } from '../client.ts';
import { figureOf, pathsOf, type RunAnswer } from './answer.ts';

/** What the Analytics API answers for a dashboard, as far as figures go. */
export interface DashboardAnswer {
  readonly componentData: readonly {
    readonly componentId: string;
    readonly reportResult: ComponentResult | null;
    readonly status: { readonly dataStatus: string; readonly errorMessage: string | null };
  }[];
  readonly dashboardMetadata: {
    readonly name: string;
    readonly runningUser: { readonly id: string } | null;
    readonly components: readonly DashboardComponent[];
    readonly filters: readonly DashboardFilter[];
  };
}

/** A run without the side that a component does not show. */
export type ComponentResult = Omit<RunAnswer, 'groupingsAcross'> & { readonly groupingsAcross: RunAnswer['groupingsAcross'] | null };

export interface DashboardComponent {
  /** Place of its data. */
  readonly componentData: number;
  readonly header: string | null;
  readonly footer: string | null;
  readonly reportId: string;
  readonly properties: {
    readonly aggregates: readonly { readonly name: string }[] | null;
    readonly visualizationType: string;
    readonly filterColumns: readonly { readonly name: string }[];
  };
}

export interface DashboardFilter {
  readonly name: string;
  readonly options: readonly { readonly id: string; readonly value: string | null; readonly operation: string }[];
}

/** Figures of an answer: by the groups of their cell (column and label, in no order) and their name. */
export function figuresByGroups(answer: ComponentResult): ReadonlyMap<string, Json> {
  const columns = (side: 'groupingsDown' | 'groupingsAcross'): readonly string[] =>
    (answer.reportMetadata[side] as readonly { readonly name: string }[] | undefined)?.map(({ name }) => name) ?? [];
  const [down, across] = [columns('groupingsDown'), columns('groupingsAcross')];
  const found = new Map<string, Json>();
  for (const row of pathsOf(answer.groupingsDown.groupings)) {
    for (const column of pathsOf(answer.groupingsAcross?.groupings ?? [])) {
      const groups = [
        ...row.groups.map(({ label }, level) => `${down[level] ?? ''} = ${label}`),
        ...column.groups.map(({ label }, level) => `${across[level] ?? ''} = ${label}`),
      ].sort();
      const fact = answer.factMap[`${row.key}!${column.key}`];
      for (const [place, name] of answer.reportMetadata.aggregates.entries()) {
        const value = fact?.aggregates[place]?.value;
        if (value !== undefined) found.set(`${groups.join(' and ') || 'total'}: ${name}`, figureOf(value));
      }
    }
  }
  return found;
}

/** Rows of an answer's details: the labels of these columns. */
export function rowsOf(answer: ComponentResult, columns: readonly string[]): readonly string[] {
  const places = columns.map((column) => answer.reportMetadata.detailColumns.indexOf(column));
  return Object.values(answer.factMap).flatMap(({ rows }) =>
    (rows ?? []).map(({ dataCells }) => places.map((place) => dataCells[place]?.label ?? '').join(' | ')),
  );
}
