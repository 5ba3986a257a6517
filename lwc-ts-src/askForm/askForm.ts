import { LightningElement, api, wire } from 'lwc';
import USER_ID from '@salesforce/user/Id';
import { gql, graphql, type GraphQLDocument, type GraphQLResult } from 'lightning/graphql';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { getPicklistValues, type PicklistValuesResult } from 'lightning/uiObjectInfoApi';
import { errorText } from 'c/ldsErrors';
import { fill } from 'c/pulseWording';
import { ASK_DOCUMENT, REASON_FIELD, type AskData, type SurveyNode } from './askQuery';
import { earliestSend, factsOf, verdictView, type AskFacts, type VerdictView } from './askView';
import { flowRun, verdictOf, type FlowRun, type FlowStatus, type Verdict } from './verdict';
import { LABELS } from './labels';

/** Record type of objects without record types. */
const MASTER = '012000000000000AAA';
const MOST_HOURS = 8760;

/**
 * Asks one contact for feedback. What would happen is looked up as soon as a survey is chosen, by the flow that knows the rules;
 * nothing is made until the person says so.
 * @fires asked when the invitation is made, with its id
 * @fires cancel when the person is done or thinks better of it
 */
export default class AskForm extends LightningElement {
  @api
  get contactId(): string | undefined {
    return this.person;
  }
  set contactId(contactId: string | undefined) {
    if (contactId === this.person) return;
    this.person = contactId;
    this.facts = undefined;
    this.isMissing = false;
    this.startOver();
  }

  labels = LABELS;
  surveyId: string | undefined;
  /** The run that is under way, or none; each is an interview of its own. */
  runs: readonly (FlowRun & { readonly key: string })[] = [];
  problem = '';
  isMissing = false;
  facts: AskFacts | undefined;

  private person: string | undefined;
  private delayHours: number | undefined;
  private verdict: Verdict | undefined;
  private isAsking = false;
  private isDone = false;
  private lastRun = 0;
  private reasons: ReadonlyMap<string, string> = new Map();
  private refreshWire: (() => Promise<void>) | undefined;

  @wire(graphql, { query: '$query', variables: '$variables' })
  wiredFacts({ data, errors, refresh }: GraphQLResult<AskData>): void {
    this.refreshWire = refresh;
    if (data) this.takeFacts(data);
    else if (errors?.length) this.problem = errorText(errors) || LABELS.errorTitle;
  }

  @wire(getPicklistValues, { recordTypeId: MASTER, fieldApiName: REASON_FIELD })
  wiredReasons({ data }: PicklistValuesResult): void {
    if (data) this.reasons = new Map(data.values.map(({ label, value }) => [value, label]));
  }

  get query(): GraphQLDocument | undefined {
    if (this.person === undefined) return undefined;
    return gql`
      ${ASK_DOCUMENT}
    `;
  }

  get variables(): Readonly<Record<string, unknown>> {
    return { contactId: this.person, userId: USER_ID };
  }

  get isLoading(): boolean {
    return this.facts === undefined && !this.isMissing && this.problem === '';
  }

  get hasNoSurvey(): boolean {
    return this.facts?.surveys.length === 0;
  }

  get canChoose(): boolean {
    return this.facts !== undefined && !this.hasNoSurvey && !this.isDone;
  }

  get surveyOptions(): readonly { readonly label: string; readonly value: string }[] {
    return (this.facts?.surveys ?? []).map((survey) => ({ label: survey.Name.value ?? '', value: survey.Id }));
  }

  get question(): string {
    return this.survey?.question?.value ?? '';
  }

  get isChecking(): boolean {
    return this.runs.length > 0;
  }

  get outcome(): VerdictView | undefined {
    if (!this.verdict || this.isDone) return undefined;
    const reason = this.reasons.get(this.verdict.reason) ?? this.verdict.reason;
    return verdictView(this.verdict, this.facts?.contactName ?? '', reason, earliestSend(Date.now(), this.survey, this.delayHours));
  }

  get cannotAsk(): boolean {
    return this.isChecking || this.verdict?.outcome !== 'Requested';
  }

  get doneText(): string {
    return this.isDone ? fill(LABELS.done, this.facts?.contactName ?? '', this.survey?.Name.value ?? '') : '';
  }

  get invitationId(): string | undefined {
    return this.verdict?.invitationId || undefined;
  }

  get endLabel(): string {
    return this.isDone || this.hasNoSurvey || this.isMissing ? LABELS.close : LABELS.cancel;
  }

  chooseSurvey(event: CustomEvent<{ value: string }>): void {
    this.surveyId = event.detail.value;
    this.check();
  }

  chooseDelay(event: CustomEvent<{ value: string }>): void {
    const hours = Number(event.detail.value);
    const isGiven = event.detail.value !== '' && hours >= 0 && hours <= MOST_HOURS;
    this.delayHours = isGiven ? Math.round(hours) : undefined;
  }

  changeStatus(event: CustomEvent<FlowStatus>): void {
    const verdict = verdictOf(event.detail);
    const key = event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset['run'] : undefined;
    if (!verdict || key !== this.runs[0]?.key) return;
    this.runs = [];
    this.verdict = verdict;
    if (this.isAsking && verdict.outcome === 'Requested') this.finish(verdict);
    this.isAsking = false;
  }

  ask(): void {
    if (!this.cannotAsk) this.begin(false);
  }

  end(): void {
    this.dispatchEvent(new CustomEvent('cancel'));
  }

  async retry(): Promise<void> {
    this.problem = '';
    await this.refreshWire?.();
  }

  private get survey(): SurveyNode | undefined {
    return this.facts?.surveys.find(({ Id }) => Id === this.surveyId);
  }

  /** The first survey is chosen, so that what stands in the way is seen at once. */
  private takeFacts(data: AskData): void {
    this.problem = '';
    this.facts = factsOf(data);
    this.isMissing = this.facts === undefined;
    if (this.surveyId !== undefined || this.facts === undefined) return;
    this.surveyId = this.facts.surveys[0]?.Id;
    this.check();
  }

  private check(): void {
    this.begin(true);
  }

  private begin(checkOnly: boolean): void {
    const { person, surveyId, delayHours } = this;
    if (person === undefined || surveyId === undefined) return;
    this.verdict = undefined;
    this.isAsking = !checkOnly;
    this.lastRun += 1;
    const requestedBy = this.facts?.userName ?? '';
    this.runs = [{ key: String(this.lastRun), ...flowRun({ contactId: person, surveyId, delayHours, requestedBy, checkOnly }) }];
  }

  private finish(verdict: Verdict): void {
    this.isDone = true;
    this.dispatchEvent(new ShowToastEvent({ title: this.doneText, variant: 'success' }));
    this.dispatchEvent(new CustomEvent('asked', { detail: { invitationId: verdict.invitationId } }));
  }

  private startOver(): void {
    this.surveyId = undefined;
    this.runs = [];
    this.verdict = undefined;
    this.isAsking = false;
    this.isDone = false;
    this.problem = '';
  }
}
