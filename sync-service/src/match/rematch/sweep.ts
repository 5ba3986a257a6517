import { z } from 'zod';
import type { Store } from '../../store/store.ts';

type Settings = Pick<Store, 'setting' | 'setSetting'>;

/** How far the look at all unlinked answers of the store has come. */
export interface Sweep {
  /** Sequence of the last answer that was looked at; 0 while none is under way. */
  readonly after: number;
  /** When the last one ended; ISO 8601. */
  readonly finishedAt?: string | undefined;
}

/** Answers of which a later version says more: looked at in the next run. */
export interface LookAgain {
  /** Sequence of the first of them. */
  readonly from: number;
  /** When the last of them was noted; ISO 8601. */
  readonly notedAt: string;
}

const sweep = z.object({ after: z.number().default(0), finishedAt: z.string().optional() });
const lookAgain = z.object({ from: z.number(), notedAt: z.string() });
const sweepName = 'rematch.all';
const lookAgainName = 'rematch.again';

export async function readSweep(store: Settings): Promise<Sweep> {
  return sweep.parse(JSON.parse((await store.setting(sweepName)) ?? '{}'));
}

export function saveSweep(store: Settings, progress: Sweep): Promise<void> {
  return store.setSetting(sweepName, JSON.stringify(progress));
}

export async function readLookAgain(store: Settings): Promise<LookAgain | undefined> {
  const kept = await store.setting(lookAgainName);
  return kept === undefined || kept === '' ? undefined : lookAgain.parse(JSON.parse(kept));
}

/** Notes that the answer with this sequence, and perhaps others after it, are to be looked at again. */
export async function noteLookAgain(store: Settings, sequence: number): Promise<void> {
  const before = await readLookAgain(store);
  const noted: LookAgain = { from: Math.min(sequence, before?.from ?? sequence), notedAt: new Date().toISOString() };
  await store.setSetting(lookAgainName, JSON.stringify(noted));
}

/** Forgets the note, unless answers that came in before it still wait to be pushed: they are looked at after that. */
export async function doneLookingAgain(store: Settings & Pick<Store, 'figures'>, { notedAt }: LookAgain): Promise<void> {
  const { oldestWaiting } = await store.figures();
  const now = await readLookAgain(store);
  if (now?.notedAt === notedAt && (oldestWaiting === undefined || oldestWaiting > notedAt)) await store.setSetting(lookAgainName, '');
}
