import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
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

/** One answer in the response history. */
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

  private row: ResponseRow | undefined;

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
    this[NavigationMixin.Navigate](recordPage(recordId));
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
