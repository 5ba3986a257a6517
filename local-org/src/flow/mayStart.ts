import { SalesforceError } from '../errors.ts';
import type { RequestUser } from '../requestUser.ts';
import type { CompiledFlow } from './compiledFlow.ts';

/**
 * Whether somebody may start a flow (Help, "Limit User Access to Execute Flows"):
 * by Run Flows, by Manage Flow or by access to this flow; when the flow is
 * restricted, by access to it alone. Flows that it calls are not asked about:
 * access is given to the outermost one (Experience Cloud Developer Guide, "Flow Security").
 */
export function mayStart({ definition, name }: CompiledFlow, { access }: RequestUser): boolean {
  if (access === undefined || access.flow(name)) return true;
  return !definition.isRestricted && (access.system('RunFlow') || access.system('ManageInteraction'));
}

/** @throws SalesforceError INSUFFICIENT_ACCESS for somebody who may not start the flow */
export function checkMayStart(flow: CompiledFlow, user: RequestUser): void {
  if (mayStart(flow, user)) return;
  throw new SalesforceError('INSUFFICIENT_ACCESS', `You don't have access to run the flow "${flow.name}".`, { status: 403 });
}
