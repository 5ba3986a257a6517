import { api, LightningElement } from 'lwc';
import { readLayoutFields } from '../../forms/objectInfos.ts';
import { objectName, type ObjectReference } from '../../lds/PathWire.ts';
import type { FieldReference } from '../../lds/records.ts';
import { texts } from '../../page/texts.ts';

/** `lightning-record-form`: shows a record and lets it be changed, by fields that are named or those of its layout. */
export default class RecordForm extends LightningElement {
  @api objectApiName: ObjectReference | undefined;
  @api recordId: string | undefined;
  @api recordTypeId: string | undefined;
  @api fields: readonly FieldReference[] | undefined;
  @api layoutType: 'Full' | 'Compact' | undefined;
  @api columns: number | string = 1;
  @api density: 'comfy' | 'compact' | 'auto' = 'auto';

  texts = texts;
  isEditing = false;
  layoutFields: readonly string[] = [];
  #mode: 'view' | 'edit' | 'readonly' | undefined;

  @api get mode(): 'view' | 'edit' | 'readonly' | undefined {
    return this.#mode;
  }

  set mode(value: 'view' | 'edit' | 'readonly' | undefined) {
    this.#mode = value;
    this.isEditing = value === 'edit';
  }

  @api submit(fields?: object): void {
    this.template?.querySelector<HTMLElement & { submit(given?: object): void }>('lightning-record-edit-form')?.submit(fields);
  }

  override connectedCallback(): void {
    if (this.#mode === undefined) this.isEditing = this.isNew;
    if (this.layoutType !== undefined) void this.readLayout(this.layoutType);
  }

  get isNew(): boolean {
    return this.recordId === undefined || this.recordId === '';
  }

  get canEdit(): boolean {
    return this.mode !== 'readonly';
  }

  get names(): readonly { readonly key: string; readonly field: FieldReference }[] {
    const given = this.fields ?? [];
    const all = [...given, ...this.layoutFields.filter((name) => !given.some((field) => nameOf(field) === name))];
    return all.map((field) => ({ key: nameOf(field), field }));
  }

  get hasNames(): boolean {
    return this.names.length > 0;
  }

  get columnStyle(): string {
    return `--columns: ${String(Math.max(1, Number(this.columns) || 1))}`;
  }

  handleEdit(): void {
    this.isEditing = true;
  }

  handleCancel(): void {
    if (!this.isNew && this.mode !== 'edit') this.isEditing = false;
    this.dispatchEvent(new CustomEvent('cancel'));
  }

  handleSuccess(event: CustomEvent<unknown>): void {
    if (!this.isNew && this.mode !== 'edit') this.isEditing = false;
    this.pass(event);
  }

  pass(event: CustomEvent<unknown>): void {
    event.stopPropagation();
    const again = new CustomEvent(event.type, { detail: event.detail, cancelable: event.cancelable });
    if (!this.dispatchEvent(again)) event.preventDefault();
  }

  private async readLayout(type: string): Promise<void> {
    const object = objectName(this.objectApiName);
    if (object === undefined) return;
    this.layoutFields = await readLayoutFields(object, type, this.isNew ? 'Create' : 'Edit').catch(() => []);
  }
}

function nameOf(field: FieldReference): string {
  return typeof field === 'object' ? field.fieldApiName : (field.split('.').at(-1) ?? '');
}
