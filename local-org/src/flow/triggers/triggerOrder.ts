import type { CompiledFlow } from '../compiledFlow.ts';
import type { FlowVersions } from '../flowVersions.ts';

/**
 * The platform's order (Help, "Define the Run Order of Record-Triggered Flows"):
 * trigger order 1 to 1,000, then flows without one by the time they were
 * activated, then 1,001 to 2,000; among equals by API name.
 */
export function triggerOrder(versions: FlowVersions): (left: CompiledFlow, right: CompiledFlow) => number {
  const activatedAt = (flow: CompiledFlow): number => (flow.definition.triggerOrder === undefined ? versions.of(flow.name).activatedAt : 0);
  return (left, right) => place(left) - place(right) || activatedAt(left) - activatedAt(right) || byName(left, right);
}

function place({ definition }: CompiledFlow): number {
  return definition.triggerOrder ?? 1000.5;
}

function byName(left: CompiledFlow, right: CompiledFlow): number {
  return left.name < right.name ? -1 : Number(left.name > right.name);
}
