import { api, LightningElement } from 'lwc';
import type { ScreenFieldModel, SectionModel } from '../../../../flow/screens/screenModel.ts';

interface Checked extends HTMLElement {
  reportValidity(): boolean;
}

/** A section of a screen: its columns side by side, one below the other where there is no room. */
export default class FlowSection extends LightningElement {
  @api section: SectionModel | undefined;
  @api actions: readonly string[] = [];

  get columns(): readonly { readonly name: string; readonly className: string; readonly fields: readonly ScreenFieldModel[] }[] {
    return (this.section?.columns ?? []).map(({ name, width, fields }) => ({
      name,
      className: `slds-col slds-size_1-of-1 slds-medium-size_${String(width)}-of-12`,
      fields,
    }));
  }

  @api reportValidity(): boolean {
    const columns = [...(this.template?.querySelectorAll<Checked>('shell-flow-fields') ?? [])];
    return columns.map((column) => column.reportValidity()).every((valid) => valid);
  }
}
