import { LightningElement, api, wire } from 'lwc';
import { getObjectInfo, type ObjectInfoResult } from 'lightning/uiObjectInfoApi';
import { FOLLOW_UP_OBJECT } from 'c/pulseSchema';
import { fill, formatWhole } from 'c/pulseWording';
import { stepsOf, type FollowUpEntryView, type Step } from './entryView';
import { LABELS } from './labels';

export type { FollowUpEntryView } from './entryView';

/**
 * One open follow-up; it opens into the form that works on it and resolves it.
 * @fires saved when something was saved, with the name of the follow-up and whether it is resolved
 */
export default class FollowUpEntry extends LightningElement {
  @api entry: FollowUpEntryView | undefined;

  labels = LABELS;
  /** Fetched when somebody works on the follow-up. */
  form: typeof LightningElement | undefined;
  /** Asked only then: most people read. */
  askedObject: string | undefined;

  private objectInfo: ObjectInfoResult = {};

  @wire(getObjectInfo, { objectApiName: '$askedObject' })
  wiredObjectInfo(result: ObjectInfoResult): void {
    this.objectInfo = result;
  }

  get steps(): readonly Step[] {
    return this.entry ? stepsOf(this.entry) : [];
  }

  get stepsText(): string {
    const { steps } = this;
    return fill(LABELS.steps, formatWhole(steps.filter(({ isDone }) => isDone).length), formatWhole(steps.length));
  }

  get linkText(): string {
    return fill(LABELS.followUp, this.entry?.name ?? '');
  }

  get deadlineIcon(): string {
    return this.entry?.isOverdue ? 'utility:warning' : 'utility:clock';
  }

  get deadlineClass(): string {
    return this.entry?.isOverdue ? 'overdue' : '';
  }

  get expanded(): 'true' | 'false' {
    return this.form ? 'true' : 'false';
  }

  get workLabel(): string {
    return this.form ? LABELS.fold : LABELS.work;
  }

  /** The form is drawn once it is known what the person may do. */
  get isKnown(): boolean {
    return this.form !== undefined && (this.objectInfo.data ?? this.objectInfo.error) !== undefined;
  }

  get canEdit(): boolean {
    return this.objectInfo.data?.updateable === true;
  }

  get recordTypeId(): string | null | undefined {
    return this.objectInfo.data?.defaultRecordTypeId;
  }

  async toggle(): Promise<void> {
    this.askedObject = FOLLOW_UP_OBJECT;
    this.form = this.form ? undefined : (await import('c/followUpForm')).default;
  }

  saved(event: CustomEvent<{ isResolved: boolean }>): void {
    const { isResolved } = event.detail;
    if (isResolved) this.form = undefined;
    this.dispatchEvent(new CustomEvent('saved', { detail: { name: this.entry?.name, isResolved } }));
  }
}
