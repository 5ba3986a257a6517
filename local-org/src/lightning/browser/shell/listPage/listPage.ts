import { api, LightningElement } from 'lwc';
import type { ListPageModel } from '../../../pages/pageSettings.ts';
import type { ShownField } from '../../page/shownFields.ts';

interface ShownListRow {
  readonly id: string;
  readonly first: ShownField | undefined;
  readonly rest: readonly ShownField[];
}

/** The records of a list view as a table. */
export default class ListPage extends LightningElement {
  @api page: ListPageModel | undefined;

  get objectLabel(): string {
    return this.page?.objectLabel ?? '';
  }

  get icon(): string {
    return this.page?.icon ?? '';
  }

  get columns(): readonly string[] {
    return this.page?.columns ?? [];
  }

  get views(): readonly { readonly label: string; readonly value: string }[] {
    return (this.page?.views ?? []).map(({ name, label }) => ({ label, value: name }));
  }

  get currentView(): string | undefined {
    return this.page?.views.find((view) => view.current)?.name;
  }

  get currentLabel(): string {
    return this.page?.views.find((view) => view.current)?.label ?? '';
  }

  get summary(): string {
    const { rows = [], first = 1, nextUrl } = this.page ?? {};
    if (nextUrl !== undefined || first > 1) return `Records ${first} to ${first + rows.length - 1}`;
    return rows.length === 1 ? '1 record' : `${rows.length} records`;
  }

  get previousUrl(): string | undefined {
    return this.page?.previousUrl;
  }

  get nextUrl(): string | undefined {
    return this.page?.nextUrl;
  }

  get hasPages(): boolean {
    return this.previousUrl !== undefined || this.nextUrl !== undefined;
  }

  get isEmpty(): boolean {
    return this.page?.rows.length === 0;
  }

  get rows(): readonly ShownListRow[] {
    return (this.page?.rows ?? []).map(({ id, cells }) => {
      const fields = cells.map((cell, index): ShownField => ({ ...cell, name: `cell${index}`, label: this.columns[index] ?? '' }));
      const [first, ...rest] = fields;
      return { id, first, rest };
    });
  }

  openView(event: CustomEvent<{ readonly value: string }>): void {
    window.location.assign(`/lightning/o/${this.page?.objectApiName ?? ''}/list?filterName=${encodeURIComponent(event.detail.value)}`);
  }
}
