import { setTimeout as delay } from 'node:timers/promises';
import { isBalanced } from '../../sync-service/src/testing/ledger/ledger.ts';
import type { Fault } from '../../sync-service/src/testing/faultProxy/faults.ts';
import type { RequestKind } from '../../sync-service/src/testing/faultProxy/requestKind.ts';
import type { TestOrg } from './org.ts';
import { RunningService } from './runningService.ts';
import type { Schedule } from './schedule.ts';
import { account, Story, type Played } from './story.ts';
import { deliver } from './webhooks.ts';

/** Every kind of fault, as it befalls a request. */
const everywhere: readonly Fault[] = [
  { kind: 'cut', when: 'before' },
  { kind: 'cut', when: 'after' },
  { kind: 'cut', when: 'within' },
  { kind: 'refused', status: 503, code: 'SERVER_UNAVAILABLE', retryAfterSeconds: 0 },
  { kind: 'refused', status: 500, code: 'UNKNOWN_EXCEPTION' },
  { kind: 'refused', status: 429, code: 'TOO_MANY_REQUESTS', retryAfterSeconds: 0 },
  { kind: 'refused', status: 403, code: 'REQUEST_LIMIT_EXCEEDED' },
  { kind: 'expired' },
  { kind: 'slow', milliseconds: 200 },
];
const lockedRecords: Fault = { kind: 'partial', code: 'UNABLE_TO_LOCK_ROW', share: 0.5 };
const lostJobs: readonly Fault[] = [
  { kind: 'vanish', when: 'before' },
  { kind: 'vanish', when: 'after' },
];

/** One place of the table: a fault, and the kind of request that it befalls. */
export interface Cell {
  readonly call: RequestKind;
  readonly fault: Fault;
}

const cells = (calls: readonly RequestKind[], faults: readonly Fault[]): Cell[] =>
  calls.flatMap((call) => faults.map((fault) => ({ call, fault })));

/** What happens to a service that pushes by composite calls, to one that pushes by jobs, and to one that leaves jobs alone after the first. */
export const tables = {
  stream: [...cells(['composite', 'login'], everywhere), ...cells(['composite'], [lockedRecords])],
  jobs: [
    ...cells(['create job', 'upload', 'close job', 'job state', 'job results'], everywhere),
    ...cells(['upload'], [lockedRecords]),
    ...cells(['close job'], lostJobs),
  ],
  'a job that fails': cells(['close job'], [{ kind: 'job fails' }]),
} as const satisfies Record<string, readonly Cell[]>;

/** How often a fault of a cell befalls its kind of request: the second time hits what the service does about the first. */
const times = 2;
/** Answers of a cell: above the border of the mode, with all kinds of people among them. */
const answersOfACell = 30;

const calm: Schedule = { answers: 0, changed: 0, poisoned: 0, bulkAbove: 2_000, kills: [], faults: [], chance: 1 };

/**
 * One service lives through all places of a table, one after the other: answers come in, each request of the kind meets the fault, and
 * in the end everything acknowledged is in the org once.
 * @returns what came of it, and the places whose fault never befell anything
 */
export async function playTable(mode: keyof typeof tables, org: TestOrg, source: string): Promise<Played & { readonly unmet: string[] }> {
  const story = await Story.open({ ...calm, bulkAbove: mode === 'stream' ? 2_000 : 10 }, org, source);
  const service = new RunningService(story, {});
  const unmet: string[] = [];
  let sent = 0;
  try {
    await service.start();
    for (const { call, fault } of tables[mode]) {
      let met = 0;
      story.proxy.follow((request) => {
        if (met < times && request.kind === call) return (met++, fault);
        // Results are asked for where rows failed; a log-in where a session is over.
        if (met === 0 && call === 'job results' && request.kind === 'upload') return lockedRecords;
        if (met === 0 && call === 'login' && request.kind === 'composite') return { kind: 'expired' };
        return undefined;
      });
      const versions = Array.from({ length: answersOfACell }, () => story.version(sent++, 0));
      const receiver = { url: () => service.url(), source, secret: story.secret };
      await deliver({ id: `${source}-${sent}`, versions }, receiver, story.ledger);
      if (!(await arrives(story))) throw new Error(`${call}, ${JSON.stringify(fault)}: ${account(story.played(await story.balance([])))}`);
      if (met === 0) unmet.push(`${call}: ${JSON.stringify(fault)}`);
    }
    story.calm();
    const balance = await service.untilSettled([]);
    await service.stop();
    return { ...story.played(balance), unmet };
  } finally {
    await service.stop();
    await story.close();
  }
}

/** A place takes a second; one that takes a minute is stuck. */
const patienceMs = 60_000;

/** Waits until everything acknowledged is in the org. @returns false when it takes too long */
async function arrives(story: Story): Promise<boolean> {
  const deadline = performance.now() + patienceMs;
  while (performance.now() < deadline) {
    if (isBalanced(await story.balance([]))) return true;
    await delay(50);
  }
  return false;
}
