import type { Service } from '../service/service.ts';
import type { SourceActivity } from '../service/activity.ts';
import type { StoreFigures } from '../store/store.ts';
import type { Condition } from '../telemetry/conditions.ts';

/** How the service is: what its page says in words and `/status` as JSON. Keys, codes and counts only. */
export interface Status {
  readonly at: string;
  readonly worker: string;
  readonly startedAt: string;
  /** Absent when the store cannot be read; `conditions` says why. */
  readonly figures?: StoreFigures;
  /** Webhook deliveries that are received and not on disk yet. */
  readonly queued: number;
  /** Seconds the oldest thing that waits has been waiting. */
  readonly lagSeconds: number;
  readonly org: { readonly configured: boolean; readonly callsLeft?: number; readonly callsLimit?: number };
  readonly conditions: readonly Condition[];
  readonly sources: readonly SourceStatus[];
  readonly workers: readonly { readonly worker: string; readonly partitions: number; readonly seenAt: string }[];
}

export interface SourceStatus extends SourceActivity {
  readonly name: string;
  readonly kind: string;
  readonly webhook: boolean;
  readonly pullEverySeconds?: number;
  readonly condition?: Condition;
}

/** Looks at everything. A store that cannot be read is a condition, not an error: the page is wanted most then. */
export async function statusOf(service: Service, now: Date): Promise<Status> {
  const { store, client, worker, telemetry } = service.parts;
  const limit = client?.limit;
  const known = {
    at: now.toISOString(),
    worker,
    startedAt: service.startedAt,
    queued: service.receiver.queued,
    org: {
      configured: client !== undefined,
      ...(limit === undefined ? {} : { callsLeft: Math.max(0, limit.limit - limit.used), callsLimit: limit.limit }),
    },
  };
  try {
    const figures = await store.figures();
    const conditions = await service.conditions();
    const sources = await sourcesOf(service, conditions);
    const lagSeconds = figures.oldestWaiting === undefined ? 0 : Math.max(0, (now.getTime() - Date.parse(figures.oldestWaiting)) / 1_000);
    return { ...known, figures, lagSeconds, conditions, sources, workers: await store.workers() };
  } catch (thrown) {
    const problem = service.storeProblem(thrown);
    telemetry.condition('store', problem);
    return { ...known, lagSeconds: 0, conditions: telemetry.conditions.list(), sources: [], workers: [] };
  }
}

async function sourcesOf({ parts, activities }: Service, conditions: readonly Condition[]): Promise<readonly SourceStatus[]> {
  const sources: SourceStatus[] = [];
  for (const source of parts.sources.values()) {
    const { name, kind, pullEverySeconds } = source;
    const condition = conditions.find(({ part }) => part === `source ${name}`);
    sources.push({
      ...(await activities.of(name)),
      ...{ name, kind, webhook: source.authenticate !== undefined },
      ...(pullEverySeconds === undefined ? {} : { pullEverySeconds }),
      ...(condition === undefined ? {} : { condition }),
    });
  }
  return sources;
}
