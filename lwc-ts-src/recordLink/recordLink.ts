import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';

/** A link to a record's page. It stays plain text where pages of records cannot be reached from. */
export default class RecordLink extends NavigationMixin(LightningElement) {
  @api
  get recordId(): string | undefined {
    return this.record;
  }
  set recordId(recordId: string | undefined) {
    this.record = recordId;
    if (this.isConnected) void this.makeLink();
  }

  /** The words of the link. */
  @api label = '';

  /** Spoken after the words, where they alone do not say which record. */
  @api assistiveText = '';

  /** `button` for a link that looks like one. */
  @api variant: 'link' | 'button' = 'link';

  /** Opens another window or tab: for pages that stand inside another program. */
  @api opensNewTab = false;

  url = '';

  private record: string | undefined;
  private wantsFocus = false;

  /** A link that was just made has its address a moment later: the focus waits for it. */
  @api
  focus(): void {
    const anchor = this.template?.querySelector<HTMLElement>('a');
    anchor?.focus();
    this.wantsFocus = !anchor;
  }

  override renderedCallback(): void {
    if (this.wantsFocus) this.focus();
  }

  override connectedCallback(): void {
    void this.makeLink();
  }

  get linkClass(): string {
    return this.variant === 'button' ? 'slds-button slds-button_neutral' : 'text';
  }

  get target(): string | null {
    return this.opensNewTab ? '_blank' : null;
  }

  open(event: Event): void {
    if (!this.record || this.opensNewTab || opensElsewhere(event)) return;
    event.preventDefault();
    this[NavigationMixin.Navigate](recordPage(this.record));
  }

  private async makeLink(): Promise<void> {
    const id = this.record;
    try {
      const url = id ? await this[NavigationMixin.GenerateUrl](recordPage(id)) : '';
      if (id === this.record) this.url = url;
    } catch {
      this.url = '';
    }
  }
}

function recordPage(recordId: string): { type: string; attributes: { recordId: string; actionName: string } } {
  return { type: 'standard__recordPage', attributes: { recordId, actionName: 'view' } };
}

/** A click with a key held asks the browser for a new tab or window: then the link itself does the work. */
function opensElsewhere(event: Event): boolean {
  return event instanceof MouseEvent && (event.ctrlKey || event.metaKey || event.shiftKey);
}
