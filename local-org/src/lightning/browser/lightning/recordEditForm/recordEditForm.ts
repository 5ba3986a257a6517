import { api } from 'lwc';
import type { FormMessages, Registration } from '../../forms/formRegistration.ts';
import { valueOf } from '../../forms/fieldModels.ts';
import { RecordFormBase } from '../../forms/RecordFormBase.ts';
import { objectName } from '../../lds/PathWire.ts';
import type { RecordRepresentation } from '../../lds/records.ts';
import { type FormValue, sameValue } from '../../page/formValues.ts';
import { saveErrors } from '../../page/saveErrors.ts';
import { createRecord, updateRecord } from '../uiRecordApi/uiRecordApi.ts';

/** `lightning-record-edit-form`: makes or changes a record by `lightning-input-field` inside it. */
export default class RecordEditForm extends RecordFormBase {
  #messages: FormMessages[] = [];
  #isSaving = false;

  /** Saves the record. The fields given replace those of the form. */
  @api submit(fields?: Readonly<Record<string, FormValue>>): void {
    void this.save(fields ?? this.editedFields());
  }

  handleMessages(event: CustomEvent<Registration<FormMessages>>): void {
    event.stopPropagation();
    const { detail } = event;
    this.#messages.push(detail.member);
    detail.leave = () => {
      this.#messages = this.#messages.filter((member) => member !== detail.member);
    };
  }

  handleFieldValue(event: CustomEvent<{ readonly name: string; readonly value: FormValue }>): void {
    event.stopPropagation();
    const { name, value } = event.detail;
    this.values = { ...this.values, [name]: value };
    this.clearDependent(name);
    this.showAll();
  }

  handleSubmit(event: Event): void {
    event.preventDefault();
    event.stopPropagation();
    const wrong = this.members.filter((member) => member.writes && !member.reportValidity());
    wrong[0]?.focus();
    if (wrong.length > 0) return;
    const fields = this.editedFields();
    const asked = new CustomEvent('submit', { detail: { fields }, cancelable: true });
    if (this.dispatchEvent(asked)) void this.save(fields);
  }

  protected override loaded(): void {
    const records = this.record === undefined ? {} : { [this.record.id]: this.record };
    const objectInfos = this.info === undefined ? {} : { [this.info.apiName]: this.info };
    this.dispatchEvent(new CustomEvent('load', { detail: { objectInfos, records } }));
  }

  protected override failed(error: unknown): void {
    this.tell(error);
  }

  /** Of a new record all that has a value, of an old one what was changed. */
  private editedFields(): Record<string, FormValue> {
    const written = this.members.filter(({ writes }) => writes).map(({ name }) => name);
    const changed = written.filter((name) => name in this.values && !sameValue(this.values[name], valueOf(this.record, name)));
    return Object.fromEntries(changed.map((name) => [name, this.values[name] === '' ? null : (this.values[name] ?? null)]));
  }

  private clearDependent(name: string): void {
    const dependent = Object.values(this.info?.fields ?? {}).filter(({ controllerName }) => controllerName === name);
    for (const { apiName } of dependent) if (this.members.some((member) => member.name === apiName)) this.values[apiName] = null;
  }

  private async save(fields: Readonly<Record<string, FormValue>>): Promise<void> {
    if (this.#isSaving) return;
    this.#isSaving = true;
    for (const messages of this.#messages) messages.tell([]);
    try {
      const record = await this.write(fields);
      this.values = {};
      this.dispatchEvent(new CustomEvent('success', { detail: record }));
    } catch (error) {
      this.tell(error);
    } finally {
      this.#isSaving = false;
    }
  }

  private write(fields: Readonly<Record<string, FormValue>>): Promise<RecordRepresentation> {
    const { recordId } = this;
    if (recordId !== undefined && recordId !== '') return updateRecord({ fields: { ...fields, Id: recordId } });
    const type = this.recordTypeId === undefined ? {} : { RecordTypeId: this.recordTypeId };
    return createRecord({ apiName: objectName(this.objectApiName) ?? '', fields: { ...type, ...fields } });
  }

  /** What the org refuses stands at the fields, else in the form's messages. */
  private tell(error: unknown): void {
    const { fields, page } = saveErrors(error);
    const shown = new Map(this.members.filter(({ writes }) => writes).map((member) => [member.name, member]));
    const elsewhere = Object.entries(fields).filter(([name]) => !shown.has(name));
    for (const [name, message] of Object.entries(fields)) shown.get(name)?.refuse(message);
    const all = [...page, ...elsewhere.map(([, message]) => message)];
    for (const messages of this.#messages) messages.tell(all);
    const output: unknown = Reflect.get(Object(Reflect.get(Object(error), 'body')), 'output');
    const message = all[0] ?? Object.values(fields)[0] ?? '';
    this.dispatchEvent(new CustomEvent('error', { detail: { message, detail: [...all, ...Object.values(fields)].join(' '), output } }));
  }
}
