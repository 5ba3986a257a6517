import type { FlowDefinition } from '../metadata/flowTypes.ts';
import { FlowProblem } from './problems.ts';

/** Flows that stand in the place of others (Metadata API Developer Guide, Flow, `overriddenFlow`). */
export class FlowOverrides {
  /** Name of the flow that runs, by the lower-cased name of the one that it overrides. */
  readonly #instead = new Map<string, string>();
  readonly #flows: ReadonlyMap<string, FlowDefinition>;

  /** @param flows the active flows by lower-cased name */
  constructor(flows: ReadonlyMap<string, FlowDefinition>) {
    this.#flows = flows;
  }

  /**
   * Takes note of a flow, in case it overrides another one.
   * @throws FlowProblem when that one does not allow it, is of another kind, or is overridden already
   */
  add({ name, overrides, start, hasScreens }: FlowDefinition): void {
    if (overrides === undefined) return;
    const target = this.#flows.get(overrides.toLowerCase());
    if (target === undefined) throw new FlowProblem(`The flow "${overrides}" that this flow overrides doesn't exist or isn't active.`);
    if (!target.isOverridable) throw new FlowProblem(`The flow "${overrides}" can't be overridden.`);
    if (target.hasScreens !== hasScreens || target.start.trigger !== start.trigger || target.start.object !== start.object)
      throw new FlowProblem(`The flow "${overrides}" has another type or trigger, so this flow can't override it.`);
    const other = this.#instead.get(overrides.toLowerCase());
    if (other !== undefined) throw new FlowProblem(`The flow "${overrides}" is overridden by "${other}" already.`);
    this.#instead.set(overrides.toLowerCase(), name);
  }

  /** The flow that runs where this one is called. */
  nameOf(name: string): string {
    return this.#instead.get(name.toLowerCase()) ?? name;
  }

  /** Whether another flow runs in its place. */
  isReplaced(name: string): boolean {
    return this.#instead.has(name.toLowerCase());
  }
}
