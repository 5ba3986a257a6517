import { channel } from 'node:diagnostics_channel';
import type { Interview } from './interview.ts';

/** What happens inside flows, for whoever measures how much of them their tests visit. Names only. */
export type FlowEvent =
  /** Interviews that begin side by side, or that run one element together. */
  | { readonly kind: 'batch'; readonly flow: string; readonly interviews: number }
  | { readonly kind: 'visited'; readonly flow: string; readonly element: string }
  /** The element failed, and its fault path took over. */
  | { readonly kind: 'fault path'; readonly flow: string; readonly element: string }
  /** The outcome's name; undefined: the default outcome. */
  | { readonly kind: 'decided'; readonly flow: string; readonly element: string; readonly outcome: string | undefined };

/** Carries `FlowEvent`s of every org in the process. Without subscribers it costs one comparison an event. */
export const flowEvents = channel('local-org.flow');

/** Tells how many run side by side. */
export function tellBatch(interviews: readonly Interview[]): void {
  if (!flowEvents.hasSubscribers) return;
  for (const [flow, group] of Map.groupBy(interviews, (interview) => interview.flow.name)) {
    publish({ kind: 'batch', flow, interviews: group.length });
  }
}

/** Tells that the interview is at an element, or takes its fault path. */
export function tellElement(kind: 'visited' | 'fault path', interview: Interview, element: string): void {
  if (flowEvents.hasSubscribers) publish({ kind, flow: interview.flow.name, element });
}

/** Tells which way a decision went. */
export function tellDecision(interview: Interview, element: string, outcome: string | undefined): void {
  if (flowEvents.hasSubscribers) publish({ kind: 'decided', flow: interview.flow.name, element, outcome });
}

function publish(event: FlowEvent): void {
  flowEvents.publish(event);
}
