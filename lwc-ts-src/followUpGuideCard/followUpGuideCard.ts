import { LightningElement, api, wire } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { getObjectInfo, type ObjectInfoResult } from 'lightning/uiObjectInfoApi';
import { getRecord, notifyRecordUpdateAvailable, updateRecord, type RecordResult } from 'lightning/uiRecordApi';
import type { CardState } from 'c/cardFrame';
import { deadlineOf, type Deadline, type Urgency } from 'c/followUpDeadline';
import { errorText, isNoAccess } from 'c/ldsErrors';
import { bandLook, ratingBand } from 'c/pulseBands';
import { FOLLOW_UP_OBJECT, GUIDE_FIELDS, guideFields } from 'c/pulseSchema';
import { fill, formatWhole } from 'c/pulseWording';
import ratingWords from '@salesforce/label/c.Pulse_Rating_Words';
import { readFollowUp, type FollowUp, type RelatedRecord } from './followUp';
import { neededItems, type NeededItem } from './needed';
import { LABELS } from './labels';

const KINDS: Readonly<Record<string, string>> = {
  Answer: LABELS.kindAnswer,
  PulseLow: LABELS.kindPulseLow,
  PulseFalling: LABELS.kindPulseFalling,
  Problem: LABELS.kindProblem,
};

const DEADLINE_ICONS: Readonly<Record<Urgency, string>> = {
  open: 'utility:clock',
  overdue: 'utility:warning',
  inTime: 'utility:success',
  late: 'utility:warning',
};

interface ShownLink {
  readonly id: string;
  readonly label: string;
}

/** What to do about a follow-up, by when, and what is missing to resolve it; on the follow-up's own page. */
export default class FollowUpGuideCard extends LightningElement {
  @api recordId: string | undefined;

  /** Heading of the card, from the page's design; the label when left empty. */
  @api cardTitle: string | undefined;

  labels = LABELS;
  /** What was typed; undefined until somebody types. */
  typedText: string | undefined;
  isSavingText = false;
  /** Fetched when somebody works on the follow-up. */
  form: typeof LightningElement | undefined;

  private result: RecordResult = {};
  private objectInfo: ObjectInfoResult = {};

  /** Only what the user may read comes back; one hidden field never fails the rest. */
  @wire(getRecord, { recordId: '$recordId', optionalFields: '$fields' })
  wiredRecord(result: RecordResult): void {
    this.result = result;
  }

  @wire(getObjectInfo, { objectApiName: FOLLOW_UP_OBJECT })
  wiredObjectInfo(result: ObjectInfoResult): void {
    this.objectInfo = result;
  }

  get fields(): string[] {
    return guideFields();
  }

  get heading(): string {
    return this.cardTitle || LABELS.cardTitle;
  }

  get state(): CardState {
    const { data, error } = this.result;
    if (isNoAccess(error) || (data !== undefined && this.followUp === undefined)) return 'noAccess';
    if (error !== undefined) return 'error';
    return data === undefined ? 'loading' : 'ready';
  }

  get stateTitle(): string | undefined {
    if (this.state === 'error') return LABELS.errorTitle;
    return this.state === 'noAccess' ? LABELS.noAccessTitle : undefined;
  }

  get stateText(): string | undefined {
    return this.state === 'error' ? errorText(this.result.error) : undefined;
  }

  /** The room that it will take, so that nothing below moves when it comes. */
  get bodyHeight(): string {
    return this.state === 'loading' || this.state === 'ready' ? '44rem' : '24rem';
  }

  get followUp(): FollowUp | undefined {
    return this.result.data && readFollowUp(this.result.data);
  }

  /** What the follow-up is about. */
  get links(): readonly ShownLink[] {
    const { answer, account, contact, problem } = this.followUp ?? {};
    return [
      link(answer, answer && fill(LABELS.openAnswer, answer.name)),
      link(account, account?.name || LABELS.openAccount),
      link(contact, contact?.name || LABELS.openContact),
      link(problem, problem && fill(LABELS.openProblem, problem.name)),
    ].filter((candidate) => candidate !== undefined);
  }

  get kind(): string {
    return KINDS[this.followUp?.kind ?? ''] ?? '';
  }

  get deadline(): Deadline | undefined {
    return this.followUp && deadlineOf(this.followUp.moments, Date.now());
  }

  get deadlineIcon(): string {
    return DEADLINE_ICONS[this.deadline?.urgency ?? 'open'];
  }

  get deadlineClass(): string {
    return `deadline ${this.deadline?.urgency ?? 'open'}`;
  }

  get rating(): { readonly band: string | undefined; readonly text: string } | undefined {
    const rating = this.followUp?.answer?.rating ?? null;
    if (rating === null) return undefined;
    const band = ratingBand(rating);
    return { band, text: fill(ratingWords, formatWhole(rating), bandLook(band)?.ratingMeaning ?? '') };
  }

  get hasAnswer(): boolean {
    return this.followUp?.answer !== undefined;
  }

  get comment(): string {
    return this.followUp?.answer?.comment ?? '';
  }

  /** Why no comment is shown; empty when one is. */
  get noComment(): string {
    const comment = this.followUp?.answer?.comment;
    if (comment === undefined) return LABELS.noComment;
    return comment === '' ? LABELS.without : '';
  }

  get themeText(): string {
    return this.followUp?.theme ? fill(LABELS.theme, this.followUp.theme) : '';
  }

  /** Why nothing is suggested. */
  get noSuggestion(): string {
    return this.followUp?.theme ? LABELS.noSuggestion : LABELS.noTheme;
  }

  get personalText(): string {
    return this.typedText ?? this.followUp?.personalText ?? '';
  }

  get canEdit(): boolean {
    return this.objectInfo.data?.updateable === true;
  }

  /** Until it is known whether the text may be changed, the room of field and button is kept. */
  get personalClass(): string {
    return this.objectInfo.data === undefined && this.objectInfo.error === undefined ? 'pending' : '';
  }

  get canEditText(): boolean {
    return this.canEdit && this.objectInfo.data?.fields[GUIDE_FIELDS.personalText]?.updateable === true;
  }

  get cannotEditText(): boolean {
    return !this.canEditText;
  }

  get isTextUnchanged(): boolean {
    return this.isSavingText || this.typedText === undefined || this.typedText === this.followUp?.personalText;
  }

  get needed(): readonly NeededItem[] {
    return this.followUp ? neededItems(this.followUp) : [];
  }

  get isResolved(): boolean {
    return this.followUp?.moments.isResolved === true;
  }

  get neededTitle(): string {
    if (this.isResolved) return LABELS.resolvedTitle;
    return this.needed.every(({ isThere }) => isThere) ? LABELS.completeTitle : LABELS.missingTitle;
  }

  get canWork(): boolean {
    return this.followUp !== undefined && !this.isResolved && this.objectInfo.data !== undefined;
  }

  get isFormClosed(): boolean {
    return this.form === undefined;
  }

  get recordTypeId(): string | null | undefined {
    return this.objectInfo.data?.defaultRecordTypeId;
  }

  async work(): Promise<void> {
    this.form = (await import('c/followUpForm')).default;
  }

  typeText(event: CustomEvent<{ value: string }>): void {
    this.typedText = event.detail.value;
  }

  async saveText(): Promise<void> {
    if (this.recordId === undefined || this.typedText === undefined) return;
    this.isSavingText = true;
    try {
      await updateRecord({ fields: { Id: this.recordId, [GUIDE_FIELDS.personalText]: this.typedText } });
      this.typedText = undefined;
      this.dispatchEvent(new ShowToastEvent({ title: LABELS.personalSaved, variant: 'success' }));
    } catch (error) {
      this.dispatchEvent(new ShowToastEvent({ title: LABELS.saveFailed, message: errorText(error), variant: 'error' }));
    } finally {
      this.isSavingText = false;
    }
  }

  async retry(): Promise<void> {
    this.result = {};
    if (this.recordId !== undefined) await notifyRecordUpdateAvailable([{ recordId: this.recordId }]);
  }
}

function link(record: RelatedRecord | undefined, label: string | undefined): ShownLink | undefined {
  return record && label !== undefined ? { id: record.id, label } : undefined;
}
