import { api, LightningElement } from 'lwc';
import { cannotBeShown, loadOrgComponent, type ComponentClass } from '../../page/orgComponents.ts';
import { fieldChange } from '../../flow/flowEvents.ts';
import { plainText } from '../../flow/screenValues.ts';
import type { ComponentFieldModel, WireValue } from '../../../../flow/screens/screenModel.ts';
import { texts } from '../../page/texts.ts';

/** What a component on a screen may have (LWC guide, "Validate User Input for Custom Flow Components"). */
interface ScreenComponent extends HTMLElement {
  validate?(): { readonly isValid: boolean; readonly errorMessage?: string };
}

/** A component of the org on a screen: the flow sets its attributes, and it tells the flow of changes. */
export default class FlowComponent extends LightningElement {
  @api field: ComponentFieldModel | undefined;
  @api actions: readonly string[] = [];

  constructorToShow: ComponentClass | undefined;
  problem: string | undefined;
  own: string | undefined;

  override connectedCallback(): void {
    void this.load(this.field?.component ?? '');
  }

  override errorCallback(error: unknown): void {
    this.fail(error);
  }

  get componentProperties(): Readonly<Record<string, unknown>> {
    return { ...this.field?.attributes, availableActions: this.actions };
  }

  get error(): string | undefined {
    const error = this.own ?? this.field?.error;
    return error === undefined ? undefined : plainText(error);
  }

  handleAttribute(event: CustomEvent<{ readonly attributeName: string; readonly attributeValue: WireValue }>): void {
    event.stopPropagation();
    const { attributeName, attributeValue } = event.detail;
    this.own = undefined;
    this.dispatchEvent(fieldChange(`${this.field?.name ?? ''}.${attributeName}`, attributeValue ?? null));
  }

  @api reportValidity(): boolean {
    const component = this.refs?.['component'] as ScreenComponent | undefined;
    const result = component?.validate?.();
    this.own = result?.isValid === false ? (result.errorMessage ?? texts.fieldRequired) : undefined;
    return result?.isValid !== false;
  }

  private async load(name: string): Promise<void> {
    try {
      this.constructorToShow = await loadOrgComponent(name);
    } catch (error) {
      this.fail(error);
    }
  }

  private fail(error: unknown): void {
    this.constructorToShow = undefined;
    this.problem = cannotBeShown(this.field?.component ?? '', error);
  }
}
