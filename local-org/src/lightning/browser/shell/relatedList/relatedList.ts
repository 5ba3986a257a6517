import { api, LightningElement, wire } from 'lwc';
import type { WireResult } from '../../lds/DataWire.ts';
import { readError } from '../../page/readError.ts';
import { openRecordDialog } from '../../page/dialogRequests.ts';
import { type RelatedRows, RelatedListWire } from '../../page/RelatedListWire.ts';
import { shownField, type ShownField } from '../../page/shownFields.ts';
import { numberText, say, texts } from '../../page/texts.ts';
import type { RelatedListModel } from '../../../pages/pageSettings.ts';

interface ShownRow {
  readonly id: string;
  readonly url: string;
  readonly first: ShownField | undefined;
  readonly rest: readonly ShownField[];
}

/** One related list: its newest rows as a table, on narrow places as a list. */
export default class RelatedList extends LightningElement {
  @api recordId: string | undefined;
  @api list: RelatedListModel | undefined;
  @api rows = 6;
  @api width = 'LARGE';

  @wire(RelatedListWire, { recordId: '$recordId', list: '$list', rows: '$rows' })
  result: WireResult<RelatedRows> = { data: undefined, error: undefined };

  texts = texts;

  override get title(): string {
    const { data } = this.result;
    const label = this.list?.label ?? '';
    return data === undefined ? label : `${label} (${numberText(data.total)})`;
  }

  get mayCreate(): boolean {
    return this.list?.may.create === true;
  }

  get hasMore(): boolean {
    const { data } = this.result;
    return data !== undefined && data.total > data.records.length;
  }

  get allUrl(): string {
    return `/lightning/r/${this.recordId ?? ''}/related/${this.list?.relatedListId ?? ''}/view`;
  }

  get allLabel(): string {
    return say(texts.viewAllOf, this.list?.label ?? '');
  }

  get newLabel(): string {
    return say(texts.newRecord, this.list?.recordLabel ?? '');
  }

  handleNew(): void {
    const { list, recordId = '' } = this;
    if (list !== undefined)
      openRecordDialog({ mode: 'new', objectApiName: list.objectApiName, defaults: { [list.parentField]: recordId } });
  }

  get icon(): string {
    return this.list?.icon ?? '';
  }

  get isLoading(): boolean {
    return this.result.data === undefined && this.result.error === undefined;
  }

  get isEmpty(): boolean {
    return this.result.data?.records.length === 0;
  }

  get error(): string | undefined {
    return this.result.error === undefined ? undefined : readError(this.result.error);
  }

  get isNarrow(): boolean {
    return this.width === 'SMALL';
  }

  get headings(): readonly { readonly name: string; readonly label: string }[] {
    return this.list?.columns ?? [];
  }

  get shownRows(): readonly ShownRow[] {
    const columns = this.list?.columns ?? [];
    return (this.result.data?.records ?? []).map((record) => {
      const fields = columns.map((column) => shownField(column, record));
      const url = `/lightning/r/${record.apiName}/${record.id}/view`;
      const [first, ...rest] = fields;
      return { id: record.id, url, first: first === undefined ? undefined : { ...first, url: first.url ?? url }, rest };
    });
  }
}
