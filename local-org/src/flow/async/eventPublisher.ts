import { randomUUID } from 'node:crypto';
import type { TriggerBatch } from '../../save/types.ts';
import type { FieldValues } from '../../schema/types.ts';
import type { OrgDatabase } from '../../storage/database.ts';
import type { CompiledFlow } from '../compiledFlow.ts';
import type { AsyncQueue } from './queue.ts';

/** Stands in the queue in the place of a path: the flow runs for an event. */
export const eventPath = '';

/**
 * Hands platform events to the flows that they trigger. An event is never kept:
 * it goes from its save into the queue of what runs after the commit, once for
 * each flow, in the order in which events are published.
 */
export class EventPublisher {
  readonly #database: OrgDatabase;
  readonly #queue: AsyncQueue;
  readonly #subscribers: ReadonlyMap<string, readonly CompiledFlow[]>;

  constructor(flows: readonly CompiledFlow[], database: OrgDatabase, queue: AsyncQueue) {
    this.#database = database;
    this.#queue = queue;
    this.#subscribers = Map.groupBy(
      flows.filter((flow) => flow.definition.start.trigger === 'PlatformEvent'),
      (flow) => flow.definition.start.object?.toLowerCase() ?? '',
    );
  }

  /** Takes events out of the save that creates them. @returns whether anything waits to run because of them */
  publish({ object, rows, user }: TriggerBatch): boolean {
    const flows = this.#subscribers.get(object.name.toLowerCase()) ?? [];
    const forget = this.#database.prepare(`DELETE FROM "${object.name}" WHERE "Id" = ?`);
    const events = rows.filter((row) => !row.failed);
    for (const row of events) {
      forget.run(row.id);
      const message: FieldValues = { ...row.values, Id: row.id, EventUuid: randomUUID() };
      for (const flow of flows) {
        this.#queue.add({ flow: flow.name, path: eventPath, recordId: row.id, operation: 'insert', prior: message, userId: user.id });
      }
    }
    return flows.length > 0 && events.length > 0;
  }
}
