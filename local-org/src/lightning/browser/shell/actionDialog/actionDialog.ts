import { api, LightningElement } from 'lwc';
import { cannotBeShown, loadOrgComponent, type ComponentClass } from '../../page/orgComponents.ts';
import { texts } from '../../page/texts.ts';
import type { FlowInput } from '../../flow/flowClient.ts';
import type { StatusChange } from '../../flow/flowEvents.ts';
import type { ActionModel } from '../../../pages/pageSettings.ts';

/** A quick action at work, over the page: a screen flow, or a component. Tells `done` when it is over, and `close` when it is gone. */
export default class ActionDialog extends LightningElement {
  @api action: ActionModel | undefined;
  @api recordId = '';
  @api objectApiName = '';

  texts = texts;
  constructorToShow: ComponentClass | undefined;
  problem: string | undefined;
  #isOpen = false;

  override connectedCallback(): void {
    const { component } = this.action ?? {};
    if (component !== undefined) void this.load(component);
  }

  override renderedCallback(): void {
    const dialog = this.template?.querySelector('dialog');
    if (this.#isOpen || !dialog) return;
    this.#isOpen = true;
    dialog.showModal();
    this.template?.querySelector<HTMLElement>('h1')?.focus();
  }

  get inputs(): readonly FlowInput[] {
    return [{ name: 'recordId', type: 'String', value: this.recordId }];
  }

  get componentProperties(): Readonly<Record<string, unknown>> {
    return { recordId: this.recordId, objectApiName: this.objectApiName };
  }

  /** A flow that has ended closes its dialog; one that cannot go on stays, to be read. */
  handleStatus(event: CustomEvent<StatusChange>): void {
    const { status } = event.detail;
    if (status !== 'STARTED') this.dispatchEvent(new CustomEvent('done'));
    if (status === 'FINISHED' || status === 'FINISHED_SCREEN') this.close();
  }

  handleCancel(event: Event): void {
    event.preventDefault();
    this.close();
  }

  close(): void {
    this.template?.querySelector('dialog')?.close();
    this.dispatchEvent(new CustomEvent('done'));
    this.dispatchEvent(new CustomEvent('close'));
  }

  private async load(name: string): Promise<void> {
    try {
      this.constructorToShow = await loadOrgComponent(name);
    } catch (error) {
      this.problem = cannotBeShown(name, error);
    }
  }
}
