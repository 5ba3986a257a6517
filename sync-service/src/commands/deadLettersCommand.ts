import { SetupError } from '../errors.ts';
import { csvLine } from '../inbox/safeCsv.ts';
import type { DeadLetter, DeadLetterFilter } from '../store/ports/deadLetters.ts';
import type { Store } from '../store/store.ts';
import { whoRuns } from '../whoRuns.ts';
import { whatNext } from './whatNext.ts';
import { momentOf } from './times.ts';
import { say, withStore, type CommandWorld, type CommonFlags } from './world.ts';
import { counted } from './words.ts';

/** Which dead letters. */
export interface FilterFlags extends CommonFlags {
  readonly source?: string;
  readonly code?: string;
  readonly since?: string;
  readonly state?: DeadLetter['state'];
}

export interface ListFlags extends FilterFlags {
  readonly csv?: boolean;
  readonly limit: number;
  /** Also those that were given up. */
  readonly all?: boolean;
}

export interface ReplayLettersFlags extends FilterFlags {
  readonly all?: boolean;
}

/** Lists dead letters: keys, codes and reasons, never what a customer wrote. */
export async function listDeadLetters(flags: ListFlags, world: CommandWorld): Promise<number> {
  const filter = { ...filterOf(flags), ...(flags.all === true || flags.state === 'discarded' ? {} : { open: true }) };
  const letters = await withStore(flags, world, { readOnly: true }, (store) => upTo(store, filter, flags.limit + 1));
  const shown = letters.slice(0, flags.limit);
  if (flags.csv === true) world.print(csv(shown).trimEnd());
  else say(world, flags, shown, () => listText(shown, letters.length > shown.length));
  return 0;
}

/** Shows one with its content, which is personal data. */
export async function showDeadLetter(id: string, flags: CommonFlags, world: CommandWorld): Promise<number> {
  const letter = await withStore(flags, world, { readOnly: true }, (store) => store.deadLetter(fullId(id)));
  if (letter === undefined) throw noSuch(id);
  const { content, ...rest } = letter;
  say(world, flags, { ...rest, content }, () =>
    [
      ...Object.entries(rest).map(([name, value]) => `${name.padEnd(16)} ${value}`),
      'content (personal data: do not pass it on)',
      pretty(content),
    ].join('\n'),
  );
  return 0;
}

/** Tries them again: those that are named, or all that the options choose. */
export async function replayDeadLetters(ids: readonly string[], flags: ReplayLettersFlags, world: CommandWorld): Promise<number> {
  const filter = filterOf(flags);
  if (ids.length === 0 && flags.all !== true && Object.keys(filter).length === 0) {
    throw new SetupError('Which ones? Name their ids, or choose by --source, --code or --since, or say --all.');
  }
  const { count, running } = await withStore(flags, world, {}, async (store, { config }) => ({
    count: await store.replayDeadLetters({ ...filter, ...(ids.length === 0 ? { open: true } : { ids: ids.map(fullId) }) }),
    running: await whoRuns(config, store),
  }));
  say(world, flags, { replayed: count, running }, () =>
    `${counted(count, 'dead letter')} ${count === 1 ? 'is' : 'are'} tried again. ${count === 0 ? '' : whatNext(running)}`.trimEnd(),
  );
  return ids.length > 0 && count < ids.length ? 1 : 0;
}

/** Gives some up for good. They stay listed with the reason. */
export async function discardDeadLetters(
  ids: readonly string[],
  flags: CommonFlags & { readonly why: string },
  world: CommandWorld,
): Promise<number> {
  const why = flags.why.trim();
  if (why === '') throw new SetupError('--why must say why, for whoever asks later.');
  const results = await withStore(flags, world, {}, async (store) => {
    const found: { id: string; discarded: boolean }[] = [];
    for (const id of ids) found.push({ id, discarded: await store.discardDeadLetter(fullId(id), why) });
    return found;
  });
  say(world, flags, results, () =>
    results.map(({ id, discarded }) => (discarded ? `${id} is discarded.` : `${id}: there is no such dead letter.`)).join('\n'),
  );
  return results.every(({ discarded }) => discarded) ? 0 : 1;
}

/** An answer may be named by its external id alone. */
function fullId(id: string): string {
  return /^(answer|delivery):/.test(id) ? id : `answer:${id}`;
}

function noSuch(id: string): SetupError {
  return new SetupError(`There is no dead letter ${id}. Their ids are listed by: customer-pulse dead-letters list`);
}

function filterOf({ source, code, since, state }: FilterFlags): DeadLetterFilter {
  return {
    ...(source === undefined ? {} : { source }),
    ...(code === undefined ? {} : { code }),
    ...(state === undefined ? {} : { state }),
    ...(since === undefined ? {} : { since: momentOf(since, '--since') }),
  };
}

async function upTo(store: Store, filter: DeadLetterFilter, limit: number): Promise<readonly DeadLetter[]> {
  const letters: DeadLetter[] = [];
  while (letters.length < limit) {
    const page = await store.deadLetters(filter, Math.min(500, limit - letters.length), letters.at(-1)?.id);
    if (page.length === 0) break;
    letters.push(...page);
  }
  return letters;
}

const columns = ['id', 'kind', 'source', 'state', 'code', 'reason', 'receivedAt', 'diedAt', 'discardedBecause'] as const;

function csv(letters: readonly DeadLetter[]): string {
  return [csvLine(columns), ...letters.map((letter) => csvLine(columns.map((column) => letter[column] ?? '')))].join('');
}

function listText(letters: readonly DeadLetter[], more: boolean): string {
  if (letters.length === 0) return 'There are no dead letters.';
  return [
    ...letters.flatMap(({ id, state, code, reason, diedAt, discardedBecause }) => [
      `${diedAt.slice(0, 16).replace('T', ' ')}  ${state.padEnd(9)}  ${id}`,
      `                  ${code}: ${reason}${discardedBecause === undefined ? '' : ` (discarded: ${discardedBecause})`}`,
    ]),
    ...(more ? [`and more: --limit shows more, --csv all of them to a file`] : []),
    'Replay with: customer-pulse dead-letters replay ID; give up with: customer-pulse dead-letters discard ID --why TEXT',
  ].join('\n');
}

function pretty(content: string): string {
  try {
    return JSON.stringify(JSON.parse(content), null, 2);
  } catch {
    return content;
  }
}
