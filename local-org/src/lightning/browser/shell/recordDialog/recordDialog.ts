import { createRecord, deleteRecord, updateRecord } from 'lightning/uiRecordApi';
import { api, LightningElement } from 'lwc';
import type { FormModel } from '../../../pages/formTypes.ts';
import type { RecordDialogModel } from '../../../pages/pageSettings.ts';
import { readRecord } from '../../lds/readRecord.ts';
import type { RecordRepresentation } from '../../lds/records.ts';
import { readDoor } from '../../page/doors.ts';
import {
  fieldsToFill,
  firstValues,
  type FormValues,
  type LookupNames,
  lookupNames,
  sameValue,
  valuesToSave,
} from '../../page/formValues.ts';
import { saveErrors, type SaveErrors } from '../../page/saveErrors.ts';
import { say, texts } from '../../page/texts.ts';

interface FormElement extends HTMLElement {
  reportValidity(): boolean;
  showProblems(problems: SaveErrors): void;
}

/** What a dialog did. */
export interface DialogOutcome {
  readonly mode: RecordDialogModel['mode'];
  readonly recordId: string;
  readonly objectApiName: string;
  /** One sentence with `{0}` for a link to the record. */
  readonly recordLabel: string;
  readonly recordName: string;
  /** Whether an empty form follows. */
  readonly another: boolean;
}

/** Makes, changes, clones or deletes a record. Tells `done` with what was done, and `close` when it is gone. */
export default class RecordDialog extends LightningElement {
  @api dialog: RecordDialogModel | undefined;

  texts = texts;
  form: FormModel | undefined;
  values: FormValues = {};
  names: LookupNames = {};
  problem: string | undefined;
  isBusy = false;
  isLeaving = false;
  #first: FormValues = {};
  #isShown = false;

  override connectedCallback(): void {
    if (!this.isDelete) void this.load();
  }

  override renderedCallback(): void {
    const dialog = this.template?.querySelector('dialog');
    if (this.#isShown || !dialog) return;
    this.#isShown = true;
    dialog.showModal();
    this.template?.querySelector<HTMLElement>('h1')?.focus();
  }

  get isDelete(): boolean {
    return this.dialog?.mode === 'delete';
  }

  get isNew(): boolean {
    return this.dialog?.mode === 'new' && this.form !== undefined;
  }

  get isLoading(): boolean {
    return !this.isDelete && this.form === undefined && this.problem === undefined;
  }

  get cannotSave(): boolean {
    return this.isBusy || this.isLoading;
  }

  get busyText(): string {
    return this.isBusy ? texts.saving : '';
  }

  get heading(): string {
    const label = this.form?.label ?? '';
    switch (this.dialog?.mode) {
      case 'new':
        return say(texts.newRecord, label);
      case 'clone':
        return say(texts.cloneRecord, this.dialog.recordName ?? label);
      case 'delete':
        return say(texts.deleteRecord, this.dialog.recordName ?? '');
      default:
        return say(texts.editRecord, this.dialog?.recordName ?? label);
    }
  }

  get question(): string {
    return say(texts.deleteQuestion, this.dialog?.recordName ?? '');
  }

  handleChange(event: CustomEvent<FormValues>): void {
    this.values = event.detail;
  }

  handleSave(): void {
    void this.save(false);
  }

  handleSaveAndNew(): void {
    void this.save(true);
  }

  async handleDelete(): Promise<void> {
    const { recordId = '', recordName = '' } = this.dialog ?? {};
    this.isBusy = true;
    this.problem = undefined;
    try {
      await deleteRecord(recordId);
      this.finish(recordId, recordName, false);
    } catch (error) {
      const { page, fields } = saveErrors(error);
      this.problem = [texts.deleteFailed, ...page, ...Object.values(fields)].join(' ');
    }
    this.isBusy = false;
  }

  handleCancel(event: Event): void {
    event.preventDefault();
    this.handleClose();
  }

  /** What was entered is not thrown away without a question. */
  handleClose(): void {
    const isChanged = Object.entries(this.values).some(([name, value]) => !sameValue(this.#first[name], value));
    if (!isChanged || this.isDelete) {
      this.leave();
      return;
    }
    this.isLeaving = true;
    requestAnimationFrame(() => this.template?.querySelector<HTMLElement>('.stay')?.focus());
  }

  stay(): void {
    this.isLeaving = false;
    this.template?.querySelector<HTMLElement>('h1')?.focus();
  }

  leave(): void {
    this.template?.querySelector('dialog')?.close();
    this.dispatchEvent(new CustomEvent('close'));
  }

  private async load(): Promise<void> {
    const { mode = 'new', objectApiName = '', recordId, defaults = {} } = this.dialog ?? {};
    try {
      const form = await readDoor<FormModel>(`form/${objectApiName}`, { mode: mode === 'edit' ? 'edit' : 'new' });
      const record = recordId === undefined ? undefined : await this.read(recordId, form);
      this.form = form;
      this.#first = firstValues(form, record, defaults);
      this.values = this.#first;
      this.names = { ...lookupNames(form, record), ...(await this.namesOf(defaults)) };
      requestAnimationFrame(() => this.template?.querySelector<HTMLElement>('.form')?.focus());
    } catch {
      this.problem = texts.formCannotOpen;
    }
  }

  private async read(recordId: string, form: FormModel): Promise<RecordRepresentation> {
    return readRecord({ recordId, fields: [], optionalFields: fieldsToFill(form) });
  }

  /** Names of the records that a new one points at from its beginning. */
  private async namesOf(defaults: Readonly<Record<string, string>>): Promise<LookupNames> {
    const ids = Object.entries(defaults).filter(([, value]) => /^[A-Za-z0-9]{18}$/u.test(value));
    const names = ids.map(async ([field, id]): Promise<[string, string]> => {
      const { label } = await readDoor<{ readonly label: string }>(`name/${id}`);
      return [field, label];
    });
    const found = await Promise.allSettled(names);
    return Object.fromEntries(found.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])));
  }

  private async save(another: boolean): Promise<void> {
    const element = this.template?.querySelector<FormElement>('.form');
    const { form, dialog } = this;
    if (!element || form === undefined || dialog === undefined || !element.reportValidity()) return;
    this.isBusy = true;
    try {
      const isNew = dialog.mode !== 'edit';
      const fields = valuesToSave(this.#first, this.values, isNew);
      const { objectApiName, recordId } = dialog;
      if (isNew) {
        const record = await createRecord({ apiName: objectApiName, fields });
        this.finish(record.id, nameIn(record, form), another);
      } else {
        const record = Object.keys(fields).length === 0 ? undefined : await updateRecord({ fields: { Id: recordId, ...fields } });
        const name = record === undefined ? undefined : nameIn(record, form);
        this.finish(recordId ?? '', name ?? dialog.recordName ?? '', false);
      }
    } catch (error) {
      element.showProblems(saveErrors(error));
    }
    this.isBusy = false;
  }

  private finish(recordId: string, recordName: string, another: boolean): void {
    const { mode = 'edit', objectApiName = '' } = this.dialog ?? {};
    const recordLabel = this.form?.label ?? '';
    const outcome: DialogOutcome = { mode, recordId, objectApiName, recordLabel, recordName, another };
    this.template?.querySelector('dialog')?.close();
    this.dispatchEvent(new CustomEvent('done', { detail: outcome }));
    this.dispatchEvent(new CustomEvent('close'));
  }
}

function nameIn(record: RecordRepresentation, form: FormModel): string {
  const name = record.fields[form.nameField]?.value;
  return typeof name === 'string' ? name : form.label;
}
