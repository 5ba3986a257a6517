import { getRecord } from 'lightning/uiRecordApi';
import { api, LightningElement, wire } from 'lwc';
import { fieldsToRead, shownField, type ShownField } from '../../page/shownFields.ts';
import type { RecordRepresentation } from '../../lds/records.ts';
import type { WireResult } from '../../lds/DataWire.ts';
import { readError } from '../../page/readError.ts';
import type { RecordPageModel } from '../../../pages/pageSettings.ts';

/** force:highlightsPanel: what kind of record, its name, and the fields of its compact layout. */
export default class Highlights extends LightningElement {
  @api page: RecordPageModel | undefined;
  @api model: unknown;
  @api width = 'LARGE';

  @wire(getRecord, { recordId: '$recordId', optionalFields: '$fieldNames' })
  result: WireResult<RecordRepresentation> = { data: undefined, error: undefined };

  get recordId(): string | undefined {
    return this.page?.recordId;
  }

  get fieldNames(): readonly string[] {
    const { page } = this;
    return page === undefined ? [] : fieldsToRead(page.objectApiName, [page.nameField, ...page.highlights]);
  }

  get name(): string {
    const { page, result } = this;
    const value = page === undefined ? undefined : result.data?.fields[page.nameField.name]?.value;
    return typeof value === 'string' ? value : (page?.recordName ?? '');
  }

  get objectApiName(): string {
    return this.page?.objectApiName ?? '';
  }

  get actions(): RecordPageModel['actions'] {
    return this.page?.actions ?? [];
  }

  get objectLabel(): string {
    return this.page?.objectLabel ?? '';
  }

  get icon(): string {
    return this.page?.icon ?? '';
  }

  get fields(): readonly ShownField[] {
    return (this.page?.highlights ?? []).map((field) => shownField(field, this.result.data));
  }

  get error(): string | undefined {
    return this.result.error === undefined ? undefined : readError(this.result.error);
  }
}
