import { api, LightningElement } from 'lwc';
import type { ActionModel, RecordDialogModel, RecordPageModel } from '../../../pages/pageSettings.ts';
import { refreshAll } from '../../lds/refreshSignal.ts';
import { openRecordDialog } from '../../page/dialogRequests.ts';
import { loadOrgComponent } from '../../page/orgComponents.ts';
import { say, texts } from '../../page/texts.ts';

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
  @api recordName = '';
  /** What the user may do with the record itself. */
  @api may: RecordPageModel['may'] = { create: false, edit: false, delete: false };

  texts = texts;

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

  get hasActions(): boolean {
    return this.actions.length > 0 || this.may.edit || this.moreActions.length > 0;
  }

  get moreActions(): readonly { readonly value: RecordDialogModel['mode']; readonly label: string }[] {
    const clone = this.may.create ? [{ value: 'clone' as const, label: texts.clone }] : [];
    return [...clone, ...(this.may.delete ? [{ value: 'delete' as const, label: texts.delete }] : [])];
  }

  handleEdit(): void {
    this.openDialog('edit');
  }

  handleMore(event: CustomEvent<{ readonly value: RecordDialogModel['mode'] }>): void {
    this.openDialog(event.detail.value);
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

  private openDialog(mode: RecordDialogModel['mode']): void {
    const { objectApiName, recordId, recordName } = this;
    openRecordDialog({ mode, objectApiName, recordId, recordName });
  }

  private async invoke({ component = '' }: ActionModel): Promise<void> {
    try {
      const constructor = await loadOrgComponent(component);
      this.#lastWork += 1;
      this.#waiting = true;
      const properties = { recordId: this.recordId, objectApiName: this.objectApiName };
      this.working = [...this.working, { key: this.#lastWork, constructor, properties }];
    } catch (error) {
      this.problem = say(texts.cannotBeShown, component, error instanceof Error ? error.message : String(error));
    }
  }
}
