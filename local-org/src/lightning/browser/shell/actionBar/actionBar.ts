import loaders from '@local-org/pageComponents';
import { api, LightningElement } from 'lwc';
import { refreshAll } from '../../lds/refreshSignal.ts';
import type { ActionModel } from '../../../pages/pageSettings.ts';

/** A component that does its work without being seen. */
interface HeadlessComponent extends HTMLElement {
  invoke?(): unknown;
}

interface Work {
  readonly key: number;
  readonly constructor: typeof LightningElement;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** The quick actions of a record as buttons; each opens its dialog or does its work at once. */
export default class ActionBar extends LightningElement {
  @api actions: readonly ActionModel[] = [];
  @api recordId = '';
  @api objectApiName = '';

  /** The action that is open, as a list of one. */
  opened: readonly ActionModel[] = [];
  working: readonly Work[] = [];
  problem: string | undefined;
  #lastWork = 0;
  #waiting = false;

  override renderedCallback(): void {
    if (!this.#waiting) return;
    this.#waiting = false;
    const [component] = [...(this.template?.querySelectorAll<HeadlessComponent>('.headless') ?? [])].reverse();
    component?.invoke?.();
  }

  open(event: Event): void {
    const { name } = (event.currentTarget as HTMLElement).dataset;
    const action = this.actions.find((candidate) => candidate.name === name);
    this.problem = undefined;
    if (action?.headless === true) void this.invoke(action);
    else if (action !== undefined) this.opened = [action];
  }

  close(): void {
    this.opened = [];
  }

  /** What the action has changed shows on the page. */
  refresh(): void {
    void refreshAll();
  }

  private async invoke({ component = '' }: ActionModel): Promise<void> {
    try {
      const loaded = await loaders[component]?.();
      if (loaded === undefined) throw new Error('It is not part of this build of the pages.');
      this.#lastWork += 1;
      this.#waiting = true;
      const properties = { recordId: this.recordId, objectApiName: this.objectApiName };
      this.working = [...this.working, { key: this.#lastWork, constructor: loaded.default, properties }];
    } catch (error) {
      this.problem = `The component ${component} cannot be used. ${error instanceof Error ? error.message : String(error)}`;
    }
  }
}
