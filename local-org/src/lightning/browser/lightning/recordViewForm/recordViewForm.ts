import { RecordFormBase } from '../../forms/RecordFormBase.ts';

/** `lightning-record-view-form`: shows fields of a record by `lightning-output-field` inside it. */
export default class RecordViewForm extends RecordFormBase {
  protected override loaded(): void {
    const detail = { records: this.record === undefined ? {} : { [this.record.id]: this.record } };
    this.dispatchEvent(new CustomEvent('load', { detail }));
  }

  protected override failed(error: unknown): void {
    this.dispatchEvent(new CustomEvent('error', { detail: error }));
  }
}
