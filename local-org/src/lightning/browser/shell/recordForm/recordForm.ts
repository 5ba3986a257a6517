import { api, LightningElement } from 'lwc';
import type { FormFieldModel, FormModel } from '../../../pages/formTypes.ts';
import { fieldsOf, type FormValue, type FormValues, type LookupNames } from '../../page/formValues.ts';
import type { SaveErrors } from '../../page/saveErrors.ts';
import { texts } from '../../page/texts.ts';

interface FieldElement extends HTMLElement {
  readonly name: string;
  showProblem(message: string): boolean;
  reportValidity(): boolean;
}

interface ShownField {
  readonly field: FormFieldModel;
  readonly value: FormValue;
  readonly lookupName: string | undefined;
  readonly controllingValue: FormValue;
}

interface ShownSection {
  readonly key: string;
  readonly label: string;
  readonly legendClass: string;
  readonly columns: readonly { readonly key: string; readonly fields: readonly ShownField[] }[];
}

const nothing: SaveErrors = { fields: {}, page: [] };

/** The fields of a record to be written, and what the org says against them. Tells `formchange` with all values. */
export default class RecordForm extends LightningElement {
  @api form: FormModel | undefined;
  @api values: FormValues = {};
  @api names: LookupNames = {};

  texts = texts;
  problems = nothing;

  /** Whether every value can be sent; the first that cannot gets the focus. */
  @api reportValidity(): boolean {
    this.problems = nothing;
    const wrong = this.elements.filter((element) => !element.reportValidity());
    wrong[0]?.focus();
    return wrong.length === 0;
  }

  /** Shows what the org refused: beside the fields, and at the top what is about no field of the form. */
  @api showProblems(problems: SaveErrors): void {
    const shown = new Set(this.elements.map(({ name }) => name));
    const elsewhere = Object.entries(problems.fields).filter(([name]) => !shown.has(name));
    const fields = Object.entries(problems.fields).filter(([name]) => shown.has(name));
    this.problems = { fields: Object.fromEntries(fields), page: [...problems.page, ...elsewhere.map(([, message]) => message)] };
    for (const element of this.elements) {
      const message = problems.fields[element.name];
      if (message !== undefined) element.showProblem(message);
    }
    requestAnimationFrame(() => this.template?.querySelector<HTMLElement>('.problems')?.focus());
  }

  /** Puts the focus on the first field. */
  @api focus(): void {
    this.elements[0]?.focus();
  }

  get hasProblems(): boolean {
    return this.problems.page.length > 0 || Object.keys(this.problems.fields).length > 0;
  }

  get problemHeading(): string {
    return this.fieldProblems.length > 0 ? texts.formProblems : texts.saveFailed;
  }

  get pageProblems(): readonly string[] {
    return this.problems.page;
  }

  get fieldProblems(): readonly { readonly name: string; readonly label: string }[] {
    if (this.form === undefined) return [];
    return fieldsOf(this.form).filter(({ name }) => this.problems.fields[name] !== undefined);
  }

  get isEmpty(): boolean {
    return this.form !== undefined && fieldsOf(this.form).length === 0;
  }

  get sections(): readonly ShownSection[] {
    return (this.form?.sections ?? []).map(({ label, columns }, index) => ({
      key: `section${String(index)}`,
      label,
      legendClass: label === '' ? 'slds-assistive-text' : 'heading',
      columns: columns.map((fields, place) => ({ key: `column${String(place)}`, fields: fields.map((field) => this.shown(field)) })),
    }));
  }

  goToField(event: Event): void {
    const { name } = (event.currentTarget as HTMLElement).dataset;
    this.elements.find((element) => element.name === name)?.focus();
  }

  handleChange(event: CustomEvent<{ readonly name: string; readonly value: FormValue }>): void {
    const { name, value } = event.detail;
    const dependent = this.form === undefined ? [] : fieldsOf(this.form).filter(({ controllingField }) => controllingField === name);
    const cleared = Object.fromEntries(dependent.map((field): [string, FormValue] => [field.name, null]));
    this.dispatchEvent(new CustomEvent('formchange', { detail: { ...this.values, ...cleared, [name]: value } }));
  }

  private shown(field: FormFieldModel): ShownField {
    const { controllingField } = field;
    return {
      field,
      value: this.values[field.name] ?? null,
      lookupName: this.names[field.name],
      controllingValue: controllingField === undefined ? null : (this.values[controllingField] ?? null),
    };
  }

  private get elements(): readonly FieldElement[] {
    return [...(this.template?.querySelectorAll<FieldElement>('.field') ?? [])];
  }
}
