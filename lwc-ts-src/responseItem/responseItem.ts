import { LightningElement, api, wire } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { getObjectInfo, type ObjectInfoResult } from 'lightning/uiObjectInfoApi';
import type { ChangeKind } from 'c/answerChange';
import { OVERRIDE_OBJECT } from 'c/pulseSchema';
import { fill } from 'c/pulseWording';
import type { FollowUpState, ResponseRow } from 'c/responseRows';
import { shortened } from './shortened';
import { LABELS } from './labels';

/** A comment longer than this is cut, with a button that shows the rest in place. */
const COMMENT_LENGTH = 240;

const FOLLOW_UP_ICONS: Readonly<Record<FollowUpState, string>> = {
  open: 'utility:clock',
  overdue: 'utility:warning',
  resolved: 'utility:check',
};

/** What can be done to an answer of each status. */
const CHANGES: Readonly<Record<string, { readonly kind: ChangeKind; readonly label: string }>> = {
  Accepted: { kind: 'Exclude', label: LABELS.exclude },
  Excluded: { kind: 'Include', label: LABELS.include },
  Quarantined: { kind: 'Release', label: LABELS.release },
};

/**
 * One answer in the response history.
 * @fires answerchanged when the person excluded, included or released it
 */
export default class ResponseItem extends NavigationMixin(LightningElement) {
  /** The answer to show. */
  @api answer: ResponseRow | undefined;

  /** Marks the answer whose own page this is. */
  @api isThisRecord = false;

  /** Puts the focus on the answer as a whole. */
  @api
  focus(): void {
    this.template?.querySelector<HTMLElement>('article')?.focus();
  }

  labels = LABELS;
  changeForm: typeof LightningElement | undefined;
  isExpanded = false;
  /** The change whose form is open. */
  changing: ChangeKind | undefined;
  /** Asked only when somebody opens the menu: most people read. */
  askedObject: string | undefined;

  private overrideInfo: ObjectInfoResult = {};
  private opensMenu = false;

  @wire(getObjectInfo, { objectApiName: '$askedObject' })
  wiredOverrideInfo(result: ObjectInfoResult): void {
    this.overrideInfo = result;
  }

  get rowClass(): string {
    return this.answer?.setAside ? 'row set-aside' : 'row';
  }

  get comment(): string {
    const whole = this.answer?.comment ?? '';
    return this.isExpanded ? whole : shortened(whole, COMMENT_LENGTH);
  }

  get isLong(): boolean {
    const whole = this.answer?.comment ?? '';
    return shortened(whole, COMMENT_LENGTH) !== whole;
  }

  get expandLabel(): string {
    return this.isExpanded ? LABELS.showLess : LABELS.showMore;
  }

  /** `aria-expanded` takes the words true and false. */
  get expanded(): string {
    return String(this.isExpanded);
  }

  get answerText(): string {
    return fill(LABELS.answerLink, this.answer?.name ?? '');
  }

  get followUpText(): string {
    return fill(LABELS.followUp, this.answer?.followUp?.name ?? '');
  }

  get setAsideText(): string {
    return fill(LABELS.notCounted, this.answer?.setAside ?? '');
  }

  get hasReasons(): boolean {
    return (this.answer?.reasons.length ?? 0) > 0;
  }

  get followUpIcon(): string {
    return FOLLOW_UP_ICONS[this.answer?.followUp?.state ?? 'open'];
  }

  get followUpClass(): string {
    return this.answer?.followUp?.state === 'overdue' ? 'follow-up overdue' : 'follow-up';
  }

  get actionsLabel(): string {
    return fill(LABELS.actions, this.answer?.name ?? '');
  }

  /** Whether the person may make overrides is not known yet. */
  get isAsking(): boolean {
    return this.askedObject !== undefined && this.overrideInfo.data === undefined && this.overrideInfo.error === undefined;
  }

  /** What the person may do to the answer; nothing while that is not known. */
  get change(): { readonly kind: ChangeKind; readonly label: string } | undefined {
    return this.overrideInfo.data?.createable === true ? CHANGES[this.answer?.status ?? ''] : undefined;
  }

  /** A menu costs more to draw than all the rest of an answer, so it comes when somebody wants it. */
  get hasMenu(): boolean {
    return this.askedObject !== undefined;
  }

  openMenu(): void {
    this.askedObject = OVERRIDE_OBJECT;
    this.opensMenu = true;
  }

  override renderedCallback(): void {
    if (!this.opensMenu) return;
    this.opensMenu = false;
    const menu = this.menu;
    menu?.focus();
    menu?.click();
  }

  async act(event: CustomEvent<{ value: string }>): Promise<void> {
    const { value } = event.detail;
    if (value === 'answer') this.visit(this.answer?.id);
    else if (value === 'followUp') this.visit(this.answer?.followUp?.id);
    else await this.openChange();
  }

  /** The focus goes back to where the change was chosen. */
  endChange(): void {
    this.changeForm = undefined;
    this.menu?.focus();
  }

  changed(): void {
    this.endChange();
    this.dispatchEvent(new CustomEvent('answerchanged', { bubbles: true, composed: true, detail: { answerId: this.answer?.id } }));
  }

  toggleComment(): void {
    this.isExpanded = !this.isExpanded;
  }

  private get menu(): HTMLElement | null | undefined {
    return this.template?.querySelector<HTMLElement>('lightning-button-menu');
  }

  private async openChange(): Promise<void> {
    this.changing = this.change?.kind;
    this.changeForm = (await import('c/answerChange')).default;
  }

  private visit(recordId: string | undefined): void {
    if (recordId) this[NavigationMixin.Navigate](recordPage(recordId));
  }
}

function recordPage(recordId: string): { type: string; attributes: { recordId: string; actionName: string } } {
  return { type: 'standard__recordPage', attributes: { recordId, actionName: 'view' } };
}
