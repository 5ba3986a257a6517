import { api, LightningElement } from 'lwc';
import type { FlowInput } from '../../flow/flowClient.ts';
import type { StatusChange } from '../../flow/flowEvents.ts';

/** `lightning-flow`: a screen flow inside a component of the org (Component Reference, lightning-flow). */
export default class Flow extends LightningElement {
  @api flowApiName: string | undefined;
  @api flowInputVariables: readonly FlowInput[] = [];
  /** `RESTART` begins anew when the flow has finished, `NONE` does not. */
  @api flowFinishBehavior: 'NONE' | 'RESTART' = 'RESTART';
  @api flowInterviewId: string | undefined;

  started: { readonly name: string; readonly inputs: readonly FlowInput[] } | undefined;
  interview: string | undefined;

  override connectedCallback(): void {
    this.interview = this.flowInterviewId;
    if (this.flowApiName !== undefined) this.startFlow(this.flowApiName, this.flowInputVariables);
  }

  /** Starts a flow. */
  @api startFlow(name: string, inputs: readonly FlowInput[] = []): void {
    this.started = { name, inputs };
  }

  /** Goes on with a paused interview. */
  @api resumeFlow(interviewId: string): void {
    this.interview = interviewId;
    this.started = { name: this.flowApiName ?? '', inputs: [] };
  }

  get isStarted(): boolean {
    return this.started !== undefined;
  }

  get flowName(): string {
    return this.started?.name ?? '';
  }

  get variables(): readonly FlowInput[] {
    return this.started?.inputs ?? [];
  }

  handleStatus(event: CustomEvent<StatusChange>): void {
    const { detail } = event;
    this.dispatchEvent(new CustomEvent('statuschange', { detail }));
    if (!detail.status.startsWith('FINISHED') || this.flowFinishBehavior === 'NONE') return;
    this.interview = undefined;
    const runtime = this.template?.querySelector<HTMLElement & { start(): Promise<void> }>('shell-flow-runtime');
    void runtime?.start();
  }
}
