import { api, LightningElement } from 'lwc';
import type { FlowInput } from '../../flow/flowClient.ts';
import { navigateFlow, resumeFlow, startFlow } from '../../flow/flowClient.ts';
import { failedStatus, type FieldChange, type FlowNavigation, statusChange } from '../../flow/flowEvents.ts';
import { answersOf, errorsOf, type ScreenValues, valuesOf, withValues } from '../../flow/screenValues.ts';
import { readError } from '../../page/readError.ts';
import type { InterviewState, NavigationAction, ScreenModel } from '../../../../flow/screens/screenModel.ts';
import { texts } from '../../page/texts.ts';

interface ShownScreen {
  readonly key: string;
  readonly heading: string;
  readonly model: ScreenModel;
}

/** Milliseconds after the last change before the server is asked what is to be shown now. */
const reactsAfter = 200;

const endings: Readonly<Partial<Record<InterviewState['status'], string>>> = {
  FINISHED: texts.flowFinished,
  FINISHED_SCREEN: texts.flowFinished,
  PAUSED: texts.flowPaused,
};

/** Fields that check themselves before they are sent. */
interface CheckedFields extends HTMLElement {
  reportValidity(): boolean;
}

/** A screen flow at work: its screens one after the other, until it ends. */
export default class FlowRuntime extends LightningElement {
  texts = texts;
  /** API name of the flow. */
  @api flowApiName: string | undefined;
  @api inputs: readonly FlowInput[] = [];
  /** Whether inputs that the flow does not have are passed over. */
  @api ignoreUnknown = false;
  /** Of a paused interview that goes on; the flow is started when there is none. */
  @api interviewId: string | undefined;
  /** Whether the heading is for screen readers only, because something around it says the same. */
  @api quietHeading = false;

  state: InterviewState | undefined;
  values: ScreenValues = {};
  failure: string | undefined;
  errors: readonly string[] = [];
  isBusy = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #changes = 0;
  #focus: 'heading' | 'result' | 'field' | undefined;

  override connectedCallback(): void {
    void this.start();
  }

  override disconnectedCallback(): void {
    clearTimeout(this.#timer);
  }

  override renderedCallback(): void {
    const wanted = this.#focus;
    this.#focus = undefined;
    if (wanted === 'field') this.template?.querySelector<CheckedFields>('shell-flow-fields')?.reportValidity();
    else if (wanted !== undefined) this.template?.querySelector<HTMLElement>(wanted === 'result' ? '.result' : 'h2')?.focus();
  }

  /** Starts anew. */
  @api async start(): Promise<void> {
    const { interviewId, flowApiName = '', inputs, ignoreUnknown } = this;
    this.state = undefined;
    const starts = interviewId === undefined ? startFlow(flowApiName, inputs, ignoreUnknown) : resumeFlow(interviewId);
    await this.take(starts);
  }

  get isLoading(): boolean {
    return this.state === undefined && this.failure === undefined;
  }

  get problemTitle(): string {
    return texts.flowCannotGoOn;
  }

  get problem(): string | undefined {
    return this.failure ?? this.state?.error;
  }

  get ending(): string | undefined {
    const { state } = this;
    return state === undefined ? undefined : (state.pausedText ?? endings[state.status]);
  }

  get resumeUrl(): string | undefined {
    const { state } = this;
    return state?.status === 'PAUSED' ? `/flow/${state.flowName}/${state.interviewId}` : undefined;
  }

  /** The screen as a list of one: another screen is another item, so that nothing of the last one stays. */
  get screens(): readonly ShownScreen[] {
    const { state } = this;
    if (state?.screen === undefined) return [];
    return [{ key: `${state.interviewId}.${String(state.step)}`, heading: state.flowLabel, model: withValues(state.screen, this.values) }];
  }

  get headingClass(): string {
    const hidden = this.quietHeading || this.state?.screen?.showHeader === false;
    return hidden ? 'slds-assistive-text' : 'slds-text-heading_medium slds-m-bottom_small';
  }

  get buttons(): readonly { readonly action: FlowNavigation; readonly label: string; readonly variant: string }[] {
    const screen = this.state?.screen;
    const labels: Readonly<Record<FlowNavigation, string>> = {
      BACK: screen?.backLabel ?? texts.flowPrevious,
      PAUSE: screen?.pauseLabel ?? texts.flowPause,
      NEXT: screen?.nextOrFinishLabel ?? texts.flowNext,
      FINISH: screen?.nextOrFinishLabel ?? texts.flowFinish,
    };
    return (screen?.actions ?? []).map((action) => ({
      action,
      label: labels[action],
      variant: action === 'NEXT' || action === 'FINISH' ? 'brand' : 'neutral',
    }));
  }

  handleFieldChange(event: CustomEvent<FieldChange>): void {
    event.stopPropagation();
    const { field, value } = event.detail;
    this.values = { ...this.values, [field]: value };
    this.#changes += 1;
    if (this.state?.screen?.isReactive !== true) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.react(), reactsAfter);
  }

  handleButton(event: Event): void {
    const action = (event.currentTarget as HTMLElement).dataset['action'] as FlowNavigation;
    void this.go(action);
  }

  /** Enter in a field goes on. */
  handleSubmit(event: Event): void {
    event.preventDefault();
    const forward = this.state?.screen?.actions.find((action) => action === 'NEXT' || action === 'FINISH');
    if (forward !== undefined) void this.go(forward);
  }

  handleNavigation(event: CustomEvent<FlowNavigation>): void {
    event.stopPropagation();
    const { detail } = event;
    const forward = detail === 'NEXT' || detail === 'FINISH';
    const action = this.state?.screen?.actions.find((known) => known === detail || (forward && (known === 'NEXT' || known === 'FINISH')));
    if (action !== undefined) void this.go(action);
  }

  private async go(action: FlowNavigation): Promise<void> {
    const { state } = this;
    if (state === undefined || this.isBusy) return;
    clearTimeout(this.#timer);
    const forward = action === 'NEXT' || action === 'FINISH';
    if (forward && this.template?.querySelector<CheckedFields>('shell-flow-fields')?.reportValidity() === false) return;
    await this.take(navigateFlow(state, action, answersOf(this.values)));
  }

  private async take(answer: Promise<InterviewState>): Promise<void> {
    this.isBusy = true;
    try {
      this.show(await answer);
    } catch (error) {
      this.failure = readError(error);
      this.state = undefined;
      this.#focus = 'result';
      this.dispatchEvent(failedStatus(this.flowApiName ?? ''));
    } finally {
      this.isBusy = false;
    }
  }

  private show(next: InterviewState): void {
    const isSame = this.state?.interviewId === next.interviewId && this.state.step === next.step && next.screen !== undefined;
    const isFirst = this.state === undefined;
    this.state = next;
    this.errors = next.screen === undefined ? [] : errorsOf(next.screen);
    if (!isSame) this.values = next.screen === undefined ? {} : valuesOf(next.screen);
    // Where the flow begins, whoever opened it decides where the focus is.
    if (this.errors.length > 0) this.#focus = 'field';
    else if (!isSame && !isFirst) this.#focus = next.screen === undefined ? 'result' : 'heading';
    this.dispatchEvent(statusChange(next));
  }

  /** Asks what is to be shown for what stands there now. */
  private async react(): Promise<void> {
    const { state } = this;
    if (state === undefined || this.isBusy) return;
    const action: NavigationAction = 'CHANGE';
    const before = this.#changes;
    try {
      const next = await navigateFlow(state, action, answersOf(this.values));
      // What came in between asks again.
      if (before !== this.#changes || this.state !== state || next.screen === undefined) return;
      const shown = next.screen;
      this.values = { ...valuesOf(shown), ...kept(this.values, valuesOf(shown)) };
      this.state = next;
    } catch (error) {
      this.failure = readError(error);
    }
  }
}

/** Of what a person gave, that which is still on the screen. */
function kept(values: ScreenValues, shown: ScreenValues): ScreenValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => name in shown && (name.endsWith('.value') || !name.includes('.'))));
}
