import type { FlowRuntime } from '../../flow/screens/flowRuntime.ts';
import type { RequestUser } from '../../requestUser.ts';
import type { PageView } from './pageViews.ts';

/** What the address of a flow's page says. */
export interface FlowAddress {
  readonly flowName: string;
  /** Of a paused interview that goes on. */
  readonly interviewId: string | undefined;
  readonly query: Readonly<Record<string, unknown>>;
}

/** The page of a screen flow, `/flow/<name>?recordId=...`; undefined when the org has no such flow. */
export function flowView({ flowName, interviewId, query }: FlowAddress, screens: FlowRuntime, user: RequestUser): PageView | undefined {
  const flow = screens.flow(flowName);
  if (flow === undefined) return undefined;
  const label = screens.labelOf(flow.name, user);
  const { retURL, ...given } = query;
  const inputs = Object.entries(given).flatMap(([name, value]) => (typeof value === 'string' ? [{ name, value }] : []));
  return {
    title: label,
    status: 200,
    model: {
      kind: 'flow',
      flowApiName: flow.name,
      label,
      inputs,
      ...(interviewId === undefined ? {} : { interviewId }),
      ...(typeof retURL === 'string' && isOwnPage(retURL) ? { finishUrl: retURL } : {}),
    },
    reference: { type: 'standard__flow', attributes: { devName: flow.name }, state: {} },
  };
}

/** Only pages of the org itself: an address from elsewhere must not lead out of it. */
function isOwnPage(address: string): boolean {
  return /^\/(?![/\\])[\w\-./?=&%#]*$/u.test(address);
}
