import { api, LightningElement } from 'lwc';
import { standardInput } from '../../flow/standardInputs.ts';
import type { ScreenFieldModel } from '../../../../flow/screens/screenModel.ts';

interface ShownField {
  readonly name: string;
  readonly isText: boolean;
  readonly isSection: boolean;
  readonly isComponent: boolean;
  readonly model: unknown;
}

interface Checked extends HTMLElement {
  reportValidity(): boolean;
}

/** The fields of a screen, or of one column of a section, from top to bottom. */
export default class FlowFields extends LightningElement {
  @api fields: readonly ScreenFieldModel[] = [];
  @api actions: readonly string[] = [];

  get shownFields(): readonly ShownField[] {
    return this.fields.map((field) => {
      const standard = field.kind === 'component' ? standardInput(field) : undefined;
      return {
        name: field.name,
        isText: field.kind === 'text',
        isSection: field.kind === 'section',
        isComponent: field.kind === 'component' && standard === undefined,
        model: standard ?? field,
      };
    });
  }

  /** Whether all fields can be taken as they are; each shows what is wrong with it, and the first such gets the focus. */
  @api reportValidity(): boolean {
    const checked = [...(this.template?.querySelectorAll<Checked>('shell-flow-section, shell-flow-component, shell-flow-input') ?? [])];
    return checked.map((field) => field.reportValidity()).every((valid) => valid);
  }
}
