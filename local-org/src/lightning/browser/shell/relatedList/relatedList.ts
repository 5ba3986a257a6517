import { getRelatedListRecords, type RelatedListRecords } from 'lightning/uiRelatedListApi';
import { api, LightningElement, wire } from 'lwc';
import type { WireResult } from '../../lds/DataWire.ts';
import { readError } from '../../page/readError.ts';
import { fieldsToRead, shownField, type ShownField } from '../../page/shownFields.ts';
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

  @wire(getRelatedListRecords, {
    parentRecordId: '$recordId',
    relatedListId: '$relatedListId',
    optionalFields: '$fieldNames',
    sortBy: '$sortBy',
    pageSize: '$pageSize',
  })
  result: WireResult<RelatedListRecords> = { data: undefined, error: undefined };

  get relatedListId(): string | undefined {
    return this.list?.relatedListId;
  }

  get fieldNames(): readonly string[] {
    return this.list === undefined ? [] : fieldsToRead(this.list.objectApiName, this.list.columns);
  }

  get sortBy(): readonly string[] {
    return this.list?.sortBy ?? [];
  }

  /** One more than is shown, to know whether there are more. */
  get pageSize(): number {
    return this.rows + 1;
  }

  override get title(): string {
    const { data } = this.result;
    if (data === undefined) return this.list?.label ?? '';
    const count = data.records.length > this.rows ? `${this.rows}+` : String(data.records.length);
    return `${this.list?.label ?? ''} (${count})`;
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
    return (this.result.data?.records ?? []).slice(0, this.rows).map((record) => {
      const fields = columns.map((column) => shownField(column, record));
      const url = `/lightning/r/${record.apiName}/${record.id}/view`;
      const [first, ...rest] = fields;
      return { id: record.id, url, first: first === undefined ? undefined : { ...first, url: first.url ?? url }, rest };
    });
  }
}
