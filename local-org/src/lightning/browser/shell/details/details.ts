import { getRecord } from 'lightning/uiRecordApi';
import { api, LightningElement, wire } from 'lwc';
import type { RecordRepresentation } from '../../lds/records.ts';
import type { WireResult } from '../../lds/DataWire.ts';
import { readError } from '../../page/readError.ts';
import { fieldsToRead, shownField, type ShownField } from '../../page/shownFields.ts';
import type { RecordPageModel } from '../../../pages/pageSettings.ts';

interface ShownSection {
  readonly key: string;
  readonly label: string | undefined;
  readonly columns: readonly { readonly key: string; readonly items: readonly { readonly key: string; readonly field: ShownField }[] }[];
}

/** force:detailPanel: the fields of the page layout, in its sections and columns. */
export default class Details extends LightningElement {
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
    const fields = (page?.sections ?? []).flatMap((section) => section.columns.flat()).filter((field) => field !== null);
    return page === undefined ? [] : fieldsToRead(page.objectApiName, fields);
  }

  get error(): string | undefined {
    return this.result.error === undefined ? undefined : readError(this.result.error);
  }

  get sectionClass(): string {
    return this.result.data === undefined && this.error === undefined ? 'section section_loading' : 'section';
  }

  get sections(): readonly ShownSection[] {
    return (this.page?.sections ?? []).map((section, sectionIndex) => ({
      key: `section${sectionIndex}`,
      label: section.showLabel && section.label !== '' ? section.label : undefined,
      columns: section.columns.map((column, columnIndex) => ({
        key: `column${columnIndex}`,
        items: column
          .filter((field) => field !== null)
          .map((field) => ({ key: field.name, field: shownField({ ...field, isName: false }, this.result.data) })),
      })),
    }));
  }
}
