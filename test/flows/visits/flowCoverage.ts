import { flowEvents, type FlowEvent } from '../../../local-org/src/flow/watch.ts';
import type { FlowDefinition } from '../../../local-org/src/metadata/flowTypes.ts';

/** How much of one flow its cases have visited. */
export interface FlowVisits {
  readonly flow: string;
  readonly elements: number;
  readonly visited: number;
  /** Most interviews that ran side by side. */
  readonly largestBatch: number;
  /** A flow that the clock starts once, for no record, has no batches. */
  readonly runsInBatches: boolean;
  /** What nobody visited: elements, outcomes of decisions, fault paths. */
  readonly missed: readonly string[];
}

/** Listens to the flows of this process and tells what was visited. */
export class FlowCoverage {
  readonly #seen = new Set<string>();
  readonly #batches = new Map<string, number>();

  readonly #listen = (message: unknown): void => {
    // The channel carries nothing else.
    const event = message as FlowEvent;
    if (event.kind === 'batch') this.#batches.set(event.flow, Math.max(event.interviews, this.#batches.get(event.flow) ?? 0));
    else if (event.kind === 'visited') this.#seen.add(place(event.flow, event.element));
    else if (event.kind === 'decided') this.#seen.add(place(event.flow, event.element, event.outcome ?? 'default outcome'));
    else this.#seen.add(place(event.flow, event.element, 'fault path'));
  };

  start(): void {
    flowEvents.subscribe(this.#listen);
  }

  stop(): void {
    flowEvents.unsubscribe(this.#listen);
  }

  /** What was visited of the flow since `start`. */
  of(definition: FlowDefinition): FlowVisits {
    const { name, elements } = definition;
    const all = [...elements.values()];
    const ways = all.flatMap((element) => waysOf(element).map((way) => ({ element: element.name, way })));
    const unseen = all.filter((element) => !this.#seen.has(place(name, element.name))).map((element) => element.name);
    const missedWays = ways.filter(({ element, way }) => !unseen.includes(element) && !this.#seen.has(place(name, element, way)));
    return {
      flow: name,
      elements: all.length,
      visited: all.length - unseen.length,
      largestBatch: this.#batches.get(name) ?? 0,
      runsInBatches: !definition.hasScreens && (definition.start.trigger !== 'Scheduled' || definition.start.object !== undefined),
      missed: [...unseen, ...missedWays.map(({ element, way }) => `${element}: ${way}`)],
    };
  }
}

/** The ways on from an element that must each be taken: outcomes, and the fault path. */
function waysOf(element: FlowDefinition['elements'] extends ReadonlyMap<string, infer Element> ? Element : never): readonly string[] {
  if (element.kind === 'decisions') return [...element.rules.map((rule) => rule.name), 'default outcome'];
  return 'faultConnector' in element && element.faultConnector !== undefined ? ['fault path'] : [];
}

function place(...parts: readonly string[]): string {
  return parts.join(' > ');
}
