import { setImmediate } from 'node:timers/promises';
import type { Answer } from '../../answer.ts';
import type { StoredDelivery } from '../../store/ports/deliveries.ts';
import { jsonIn } from '../http/replies.ts';
import type { Reading } from '../source.ts';
import { readCanonical } from './canonical.ts';
import { readEvent } from './events.ts';
import type { GenericSettings } from './settings.ts';

/** Most places that a problem names. */
const mostShown = 5;

/** Answers that are read without a pause. */
const atOnce = 200;

/** One answer of a delivery that is still to be read. */
interface Piece {
  /** Where it stands, such as `line 3`; empty where there is but one. */
  readonly place: string;
  readonly json: unknown;
}

/**
 * Reads a delivery of answers in the service's own format: one object, a list, `{"answers": [...]}`, the envelope of Standard Webhooks
 * (`{"type", "timestamp", "data"}`), or lines of JSON. What is understood of a batch is taken, the rest named.
 */
export async function readDelivery(delivery: StoredDelivery, settings: GenericSettings): Promise<Reading> {
  const event = readEvent(delivery);
  if (event !== undefined) return event;
  const pieces = piecesOf(delivery);
  if (typeof pieces === 'string') return { problem: pieces };
  const answers: Answer[] = [];
  const problems: string[] = [];
  let unshown = 0;
  let count = 0;
  let isJson = false;
  for (const { place, json } of pieces) {
    // A large batch leaves webhooks their turn.
    if (++count % atOnce === 0) await setImmediate();
    isJson ||= json !== undefined;
    const read = json === undefined ? { problem: 'is no JSON' } : readCanonical(json, settings);
    if ('answer' in read) answers.push(read.answer);
    else if (problems.length === mostShown) unshown++;
    else problems.push(place === '' ? read.problem : `${place}: ${read.problem}`);
  }
  if (problems.length === 0) return { answers };
  if (!isJson) return { problem: 'the body is no JSON' };
  const more = unshown > 0 ? ` (and ${unshown} more)` : '';
  return { problem: problems.join('; ') + more, ...(answers.length === 0 ? {} : { answers }) };
}

function piecesOf({ body, contentType }: StoredDelivery): Iterable<Piece> | string {
  const whole = isLines(contentType) ? undefined : jsonIn(body);
  if (whole === undefined) return linesIn(body);
  const content = isEnvelope(whole) ? whole.data : whole;
  const list = isObject(content) && Object.keys(content).length === 1 && Array.isArray(content['answers']) ? content['answers'] : content;
  return Array.isArray(list) ? membersOf(list) : [{ place: '', json: list }];
}

function* membersOf(list: readonly unknown[]): Generator<Piece> {
  for (const [index, json] of list.entries()) yield { place: `answer ${index + 1}`, json };
}

function isLines(contentType: string | undefined): boolean {
  return /^application\/(x-)?(ndjson|jsonl|jsonlines)\b/i.test(contentType ?? '');
}

function linesIn(body: Uint8Array): Iterable<Piece> | string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return 'the body is no text in UTF-8';
  }
  if (text.trim() === '') return 'the body is empty';
  return piecesIn(text);
}

/** The lines that say something, one after the other. */
function* piecesIn(text: string): Generator<Piece> {
  let number = 0;
  for (let start = 0; start <= text.length;) {
    const end = text.indexOf('\n', start);
    const line = text.slice(start, end < 0 ? text.length : end).trim();
    number++;
    start = end < 0 ? text.length + 1 : end + 1;
    if (line !== '') yield { place: `line ${number}`, json: jsonIn(line) };
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEnvelope(value: unknown): value is { readonly data: unknown } {
  return isObject(value) && typeof value['type'] === 'string' && 'data' in value && !('response_id' in value);
}
