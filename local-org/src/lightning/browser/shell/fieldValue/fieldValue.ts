import { api, LightningElement } from 'lwc';
import { pageSettings } from '../../page/settings.ts';
import type { ShownField } from '../../page/shownFields.ts';
import { texts } from '../../page/texts.ts';

/** 9:02 AM where the day has twice twelve hours, 09.02 where it has twenty-four. */
const HOUR = new Intl.DateTimeFormat(pageSettings.locale, { hour: 'numeric' }).resolvedOptions().hour12 === true ? 'numeric' : '2-digit';

/** One value of a record in the form that its type asks for. */
export default class FieldValue extends LightningElement {
  @api field: ShownField | undefined;

  get isEmpty(): boolean {
    const value = this.field?.value;
    return value === undefined || value === null || value === '';
  }

  get link(): string | undefined {
    return this.isEmpty ? undefined : this.field?.url;
  }

  get text(): string {
    return this.field?.text ?? String(this.field?.value ?? '');
  }

  get value(): unknown {
    return this.field?.value;
  }

  get isNumber(): boolean {
    return this.is('double', 'int', 'currency', 'percent');
  }

  get numberStyle(): string {
    return this.field?.type === 'currency' ? 'currency' : 'decimal';
  }

  get scale(): number {
    return this.field?.type === 'int' ? 0 : (this.field?.scale ?? 2);
  }

  get minimumScale(): number {
    return this.field?.type === 'int' ? 0 : (this.field?.scale ?? 0);
  }

  get percentSign(): string {
    return this.field?.type === 'percent' ? ' %' : '';
  }

  get isDate(): boolean {
    return this.is('date');
  }

  get isDateTime(): boolean {
    return this.is('datetime');
  }

  /** The user's, whatever the machine's is. */
  get timeZone(): string {
    return pageSettings.timeZone;
  }

  get hour(): 'numeric' | '2-digit' {
    return HOUR;
  }

  get isEmail(): boolean {
    return this.is('email');
  }

  get isPhone(): boolean {
    return this.is('phone');
  }

  get isUrl(): boolean {
    return this.is('url');
  }

  get isLongText(): boolean {
    return this.is('longtextarea', 'textarea');
  }

  get isCheckbox(): boolean {
    return this.is('boolean');
  }

  get checkboxText(): string {
    return this.field?.value === true ? texts.yes : texts.no;
  }

  private is(...types: readonly string[]): boolean {
    return !this.isEmpty && types.includes(this.field?.type ?? '');
  }
}
