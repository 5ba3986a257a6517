import type { Answer } from '../../answer.ts';
import type { SalesforceClient } from '../../salesforce/client.ts';
import type { Assignment, Store, StoredAnswer } from '../../store/store.ts';
import { decideAll } from '../matchAnswers.ts';
import { OrgLookup } from '../orgLookup.ts';
import type { MatchSettings } from '../settings.ts';
import { changedPeople, type Position, type Traces } from './changedPeople.ts';
import { linkAnswers, type Link, type Linked } from './link.ts';
import { doneLookingAgain, readLookAgain, readSweep, saveSweep } from './sweep.ts';
import { awaitedKeys, unlinkedOfAnswers, unlinkedOfPulses, type UnlinkedAnswer } from './unlinkedInOrg.ts';

export type RematchStore = Pick<
  Store,
  | 'setting'
  | 'setSetting'
  | 'figures'
  | 'unlinkedAnswers'
  | 'knownAnswers'
  | 'assign'
  | 'knownParents'
  | 'rememberParents'
  | 'forgetParents'
>;

/** With what answers are matched again. */
export interface RematchTools {
  readonly client: SalesforceClient;
  readonly store: RematchStore;
  readonly settings: MatchSettings;
  readonly now: () => Date;
}

/** What a run has done. */
export interface Rematched {
  /** People who were created or changed, and answers of the store, that were looked at. */
  people: number;
  answers: number;
  linked: number;
  readonly refused: Map<string, number>;
}

/** What changed so shortly before is looked at again: an org's clock and its commits are not in step. */
const overlapMs = 5 * 60_000;
/** How far back the first run looks, and how long a page is tried again at most; the look at the whole store finds what is left. */
const longestMs = 24 * 3_600_000;
/** Answers of the store looked up together. */
const storePage = 500;

/**
 * Links answers to people who have appeared or changed since the last run. It asks the org which people changed and finds their
 * answers by the keys that unknown people's pulses have, so that it costs one call where nothing happened, whatever number of answers
 * is unlinked, and finds answers that another store has pushed.
 * @throws OrgUnavailable when the org cannot be asked; the next run goes on where this one was
 */
export async function rematchChanged(tools: RematchTools, signal: AbortSignal): Promise<Rematched> {
  const total = nothingDone();
  const objects = tools.settings.rules.includes('lead') ? (['Contact', 'Lead'] as const) : (['Contact'] as const);
  for (const object of objects) {
    const name = `rematch.${object}`;
    const start = await startOf(tools, name);
    let stuck = false;
    let awaited: ReadonlySet<string> | undefined;
    for await (const { people, traces, position, isFull } of changedPeople(tools.client, object, tools.settings, start)) {
      // Where many changed (a nightly load), reading the keys that somebody is awaited for costs less than asking for each person.
      if (isFull) awaited ??= await awaitedKeys(tools.client);
      const { again } = await linkTraced(tools, awaited === undefined ? traces : among(traces, awaited), total);
      total.people += people;
      stuck ||= again && tools.now().getTime() - Date.parse(position.at) < longestMs;
      if (!stuck) await tools.store.setSetting(name, position.at);
      if (signal.aborted) return total;
    }
  }
  return total;
}

/**
 * Looks every unlinked answer of the store up again, once in so many hours: for people who were there before the answer reached the
 * org, and by everything an answer says rather than by the one key of its pulse. Goes on where it was stopped.
 */
export async function rematchAll(tools: RematchTools, signal: AbortSignal): Promise<Rematched> {
  const total = nothingDone();
  const { store, settings, now } = tools;
  const { after, finishedAt } = await readSweep(store);
  const due = Date.parse(finishedAt ?? '1970-01-01T00:00:00.000Z') + settings.rematchAllHours * 3_600_000;
  const again = await readLookAgain(store);
  if (after > 0 || now().getTime() >= due) {
    await lookAt(tools, after, total, signal, (reached) => saveSweep(store, { after: reached, finishedAt }));
    if (signal.aborted) return total;
    await saveSweep(store, { after: 0, finishedAt: now().toISOString() });
  } else if (again !== undefined) await lookAt(tools, again.from - 1, total, signal, async () => undefined);
  if (again !== undefined && !signal.aborted) await doneLookingAgain(store, again);
  return total;
}

/** Looks unlinked answers of the store up, page by page. */
async function lookAt(
  tools: RematchTools,
  start: number,
  total: Rematched,
  signal: AbortSignal,
  reached: (sequence: number) => Promise<void>,
): Promise<void> {
  for (let after = start; !signal.aborted;) {
    const answers = await tools.store.unlinkedAnswers(after, storePage);
    const last = answers.at(-1);
    if (last === undefined) return;
    after = last.sequence;
    const matched = await matchedAmong(tools, answers);
    const byId = new Map(answers.map(({ externalId, answer }) => [externalId, answer]));
    const pairs = (await unlinkedOfAnswers(tools.client, matched)).flatMap((unlinked) => {
      const answer = byId.get(unlinked.externalId);
      return answer === undefined ? [] : [{ unlinked, answer: withAccount(answer, unlinked.accountId) }];
    });
    add(total, await link(tools, pairs));
    total.answers += answers.length;
    await reached(after);
  }
}

/** Both, at once: people who changed, and every unlinked answer of the store whether or not it is due. */
export async function rematchNow(tools: RematchTools, signal: AbortSignal): Promise<Rematched> {
  const changed = await rematchChanged(tools, signal);
  await saveSweep(tools.store, { after: 0 });
  const all = await rematchAll(tools, signal);
  const refused = new Map(changed.refused);
  for (const [code, times] of all.refused) refused.set(code, (refused.get(code) ?? 0) + times);
  return { people: changed.people, answers: all.answers, linked: changed.linked + all.linked, refused };
}

/** What was done, as lines for a person. */
export function rematchText({ people, answers, linked, refused }: Rematched): string {
  return [
    `Looked at ${people} contacts and leads that changed, and at ${answers} unlinked answers.`,
    linked === 0 ? 'Nobody appeared whose answer it is.' : `Linked ${linked} answers; each has its override in Salesforce.`,
    ...[...refused].map(([code, times]) => `${times} were refused by the org: ${code}.`),
  ].join('\n');
}

/** From where people are looked at: after what was seen, but not later than when the oldest waiting answer came in, for it may have been matched before they appeared. */
async function startOf({ store, now }: RematchTools, name: string): Promise<Position> {
  const seen = Date.parse((await store.setting(name)) ?? '');
  const waiting = Date.parse((await store.figures()).oldestWaiting ?? '');
  const from = Math.min(Number.isNaN(seen) ? now().getTime() - longestMs : seen, Number.isNaN(waiting) ? Infinity : waiting);
  return { at: new Date(from - overlapMs).toISOString(), id: '' };
}

/** Answers under the keys of people who have changed, matched by that trace. */
async function linkTraced(tools: RematchTools, traces: Traces, total: Rematched): Promise<{ again: boolean }> {
  if (traces.size === 0) return { again: false };
  const unlinked = await unlinkedOfPulses(tools.client, [...traces.keys()]);
  const pairs = unlinked.flatMap((answer) => {
    const trace = traces.get(answer.pulseKey);
    return trace === undefined ? [] : [{ unlinked: answer, answer: tracedAnswer(answer, trace) }];
  });
  const linked = await link(tools, pairs);
  add(total, linked);
  return linked;
}

function among(traces: Traces, keys: ReadonlySet<string>): Traces {
  return new Map([...traces].filter(([key]) => keys.has(key)));
}

/** An answer of which only that is known by which its person is found now. */
function tracedAnswer(
  { externalId, source, respondedAt, accountId, surveyKey }: UnlinkedAnswer,
  trace: { readonly field: string; readonly value: string },
): Answer {
  const text = { [trace.field]: trace.value, account_id: accountId ?? null, survey: surveyKey ?? null };
  return { source, responseId: externalId.slice(source.length + 1), respondedAt, text };
}

/** The account that the org has noted for the time of the answer goes before the one of today. */
function withAccount(answer: Answer, accountId: string | undefined): Answer {
  return accountId === undefined ? answer : { ...answer, text: { ...answer.text, account_id: accountId } };
}

async function link(
  tools: RematchTools,
  pairs: readonly { readonly unlinked: UnlinkedAnswer; readonly answer: Answer }[],
): Promise<Linked> {
  const places = await placesOf(
    tools,
    pairs.map(({ answer }) => answer),
  );
  const links = pairs.flatMap(({ unlinked }, index): Link[] => {
    const place = places[index];
    return place === undefined || place.contactPulse.key === unlinked.pulseKey ? [] : [{ answer: unlinked, place }];
  });
  return linkAnswers(tools.client, tools.store, links);
}

/** External ids of those that belong to somebody by now. */
async function matchedAmong(tools: RematchTools, answers: readonly StoredAnswer[]): Promise<string[]> {
  const places = await placesOf(
    tools,
    answers.map(({ answer }) => answer),
  );
  return answers.flatMap(({ externalId }, index) => (places[index] === undefined ? [] : [externalId]));
}

/** Where each answer belongs now; undefined for one that still belongs to nobody. What was remembered is not believed here. */
async function placesOf({ client, settings, now }: RematchTools, answers: readonly Answer[]): Promise<readonly (Assignment | undefined)[]> {
  const lookup = new OrgLookup(client, { ...settings, cacheSeconds: 0 }, { now: () => now().getTime() });
  const decisions = await decideAll(lookup, answers);
  return decisions.map(({ decision }) => {
    if ('anonymousPrefix' in decision) return undefined;
    const isLinked = decision.contactPulse.contactId !== undefined || decision.leadId !== undefined;
    return isLinked ? { ...decision, note: noteOf(decision, now()) } : undefined;
  });
}

function noteOf({ note }: Assignment, at: Date): string {
  const when = `matched again on ${at.toISOString().slice(0, 10)}`;
  return note === undefined ? when : `${when}: ${note}`;
}

function nothingDone(): Rematched {
  return { people: 0, answers: 0, linked: 0, refused: new Map() };
}

function add(total: Rematched, { linked, refused }: Linked): void {
  total.linked += linked;
  for (const [code, times] of refused) total.refused.set(code, (total.refused.get(code) ?? 0) + times);
}
