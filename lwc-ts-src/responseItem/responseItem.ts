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
  @api
  get answer(): ResponseRow | undefined {
    return this.row;
  }
  set answer(row: ResponseRow | undefined) {
    this.row = row;
    if (this.isConnected) this.makeLinks();
  }

  /** Marks the answer whose own page this is. */
  @api isThisRecord = false;

  /** Puts the focus on the link to the answer. */
  @api
  focus(): void {
    this.template?.querySelector<HTMLElement>('[data-link="answer"]')?.focus();
  }

  labels = LABELS;
  answerUrl = '';
  followUpUrl = '';
  isExpanded = false;
  /** The change whose form is open. */
  changing: ChangeKind | undefined;
  /** Asked only when somebody opens the menu: most people read. */
  askedObject: string | undefined;

  private row: ResponseRow | undefined;
  private overrideInfo: ObjectInfoResult = {};

  @wire(getObjectInfo, { objectApiName: '$askedObject' })
  wiredOverrideInfo(result: ObjectInfoResult): void {
    this.overrideInfo = result;
  }

  override connectedCallback(): void {
    this.makeLinks();
  }

  get rowClass(): string {
    return this.row?.setAside ? 'row set-aside' : 'row';
  }

  get comment(): string {
    const whole = this.row?.comment ?? '';
    return this.isExpanded ? whole : shortened(whole, COMMENT_LENGTH);
  }

  get isLong(): boolean {
    const whole = this.row?.comment ?? '';
    return shortened(whole, COMMENT_LENGTH) !== whole;
  }

  get expandLabel(): string {
    return this.isExpanded ? LABELS.showLess : LABELS.showMore;
  }

  /** `aria-expanded` takes the words true and false. */
  get expanded(): string {
    return String(this.isExpanded);
  }

  get hasReasons(): boolean {
    return (this.row?.reasons.length ?? 0) > 0;
  }

  get followUpIcon(): string {
    return FOLLOW_UP_ICONS[this.row?.followUp?.state ?? 'open'];
  }

  get followUpClass(): string {
    return this.row?.followUp?.state === 'overdue' ? 'follow-up overdue' : 'follow-up';
  }

  get actionsLabel(): string {
    return fill(LABELS.actions, this.row?.name ?? '');
  }

  /** Whether the person may make overrides is not known yet. */
  get isAsking(): boolean {
    return this.askedObject !== undefined && this.overrideInfo.data === undefined && this.overrideInfo.error === undefined;
  }

  /** What the person may do to the answer; nothing while that is not known. */
  get change(): { readonly kind: ChangeKind; readonly label: string } | undefined {
    return this.overrideInfo.data?.createable === true ? CHANGES[this.row?.status ?? ''] : undefined;
  }

  openMenu(): void {
    this.askedObject = OVERRIDE_OBJECT;
  }

  act(event: CustomEvent<{ value: string }>): void {
    const { value } = event.detail;
    if (value === 'answer') this.visit(this.row?.id);
    else if (value === 'followUp') this.visit(this.row?.followUp?.id);
    else this.changing = this.change?.kind;
  }

  /** The focus goes back to where the change was chosen. */
  endChange(): void {
    this.changing = undefined;
    this.template?.querySelector<HTMLElement>('lightning-button-menu')?.focus();
  }

  changed(): void {
    this.endChange();
    this.dispatchEvent(new CustomEvent('answerchanged', { bubbles: true, composed: true, detail: { answerId: this.row?.id } }));
  }

  toggleComment(): void {
    this.isExpanded = !this.isExpanded;
  }

  openAnswer(event: Event): void {
    this.open(event, this.row?.id);
  }

  openFollowUp(event: Event): void {
    this.open(event, this.row?.followUp?.id);
  }

  private open(event: Event, recordId: string | undefined): void {
    if (!recordId || opensElsewhere(event)) return;
    event.preventDefault();
    this.visit(recordId);
  }

  private visit(recordId: string | undefined): void {
    if (recordId) this[NavigationMixin.Navigate](recordPage(recordId));
  }

  private makeLinks(): void {
    void this.linkTo(this.row?.id).then((url) => {
      this.answerUrl = url;
    });
    void this.linkTo(this.row?.followUp?.id).then((url) => {
      this.followUpUrl = url;
    });
  }

  private async linkTo(recordId: string | undefined): Promise<string> {
    return recordId ? this[NavigationMixin.GenerateUrl](recordPage(recordId)) : '';
  }
}

function recordPage(recordId: string): { type: string; attributes: { recordId: string; actionName: string } } {
  return { type: 'standard__recordPage', attributes: { recordId, actionName: 'view' } };
}

/** A click with a key held asks the browser for a new tab or window: then the link itself does the work. */
function opensElsewhere(event: Event): boolean {
  return event instanceof MouseEvent && (event.ctrlKey || event.metaKey || event.shiftKey);
}
