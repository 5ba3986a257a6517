import { foreseenQuestions, rememberQuestions } from '../page/foreseen.ts';
import { isOpening } from '../page/opening.ts';
import { freshFor } from './freshness.ts';
import { onForgetAll, onRecordWritten } from './recordWrites.ts';
import { uiApiRequest } from './uiApiRequest.ts';

/** One entry of a GraphQL answer's `errors`. */
export interface GraphQLError {
  readonly message: string;
  readonly [other: string]: unknown;
}

/** What the org says to a document. */
export interface GraphQLAnswer {
  readonly data?: unknown;
  readonly errors?: readonly GraphQLError[];
}

/** A document with its variables: what makes two questions the same. */
export interface GraphQLQuestion {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
}

interface Entry {
  /** The answer's text, which tells whether it changed and which records it is about. */
  readonly text: string;
  readonly answer: GraphQLAnswer;
  readonly storedAt: number;
}

/** What the page asked while it opened. */
const askedFirst = new Map<string, GraphQLQuestion>();

const entries = new Map<string, Entry>();
const running = new Map<string, Promise<GraphQLAnswer>>();
const listeners = new Map<string, Set<() => void>>();

/**
 * The answer to a document: one request for all components that ask the same
 * within the time for which an answer is fresh.
 * @throws FetchError
 */
export function askGraphQL(question: GraphQLQuestion): Promise<GraphQLAnswer> {
  noteFirst(question);
  return answerTo(question);
}

/**
 * Asks for what the last page of such a record asked while it opened, before the components of this one are there. A wire that asks
 * the same takes the answer that is on its way. @returns when all were answered; what failed is asked again by the wires, which tell
 */
export async function askAhead(): Promise<void> {
  await Promise.allSettled(foreseenQuestions().map(answerTo));
}

function noteFirst(question: GraphQLQuestion): void {
  const key = keyOf(question);
  if (!isOpening() || askedFirst.has(key)) return;
  askedFirst.set(key, question);
  rememberQuestions([...askedFirst.values()]);
}

function answerTo(question: GraphQLQuestion): Promise<GraphQLAnswer> {
  const key = keyOf(question);
  const known = entries.get(key);
  if (known !== undefined && Date.now() - known.storedAt < freshFor) return Promise.resolve(known.answer);
  const underWay = running.get(key);
  if (underWay !== undefined) return underWay;
  const request = fetchAnswer(key, question).finally(() => {
    if (running.get(key) === request) running.delete(key);
  });
  running.set(key, request);
  return request;
}

/** Forgets what is known of a document, so that the next to ask gets a fresh answer. */
export function forgetAnswer(question: GraphQLQuestion): void {
  const key = keyOf(question);
  entries.delete(key);
  running.delete(key);
}

/** Calls `listener` whenever a new answer to this document came or is to be had. Returns the function that stops it. */
export function onNewAnswer(question: GraphQLQuestion, listener: () => void): () => void {
  const key = keyOf(question);
  const set = listeners.get(key) ?? new Set();
  set.add(listener);
  listeners.set(key, set);
  return () => {
    set.delete(listener);
    if (set.size === 0) listeners.delete(key);
  };
}

async function fetchAnswer(key: string, question: GraphQLQuestion): Promise<GraphQLAnswer> {
  const answer = (await uiApiRequest({ method: 'POST', path: '/graphql', body: question }, true)) as GraphQLAnswer;
  // What failed is asked again by the next component.
  if ((answer.errors ?? []).length > 0) return answer;
  const text = JSON.stringify(answer);
  const before = entries.get(key)?.text;
  entries.set(key, { text, answer, storedAt: Date.now() });
  if (before !== text) notify(key);
  return answer;
}

function notify(key: string): void {
  for (const listener of [...(listeners.get(key) ?? [])]) listener();
}

/** Names of variables in any order are the same question; their values are not sorted: lists may mean their order. */
function keyOf({ query, variables, operationName }: GraphQLQuestion): string {
  const sorted = Object.entries(variables).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([query, sorted, operationName ?? null]);
}

// A record that was written makes stale what shows it: documents that hold its id. Aggregates do not change by
// themselves, here as on the platform: components refresh them.
onRecordWritten((id) => {
  for (const [key, { text }] of [...entries]) {
    if (!text.includes(id)) continue;
    entries.delete(key);
    notify(key);
  }
});

onForgetAll(() => {
  entries.clear();
  running.clear();
});
