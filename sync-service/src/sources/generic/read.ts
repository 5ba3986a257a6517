import type { Answer } from '../../answer.ts';
import type { StoredDelivery } from '../../store/ports/deliveries.ts';
import { jsonIn } from '../http/replies.ts';
import type { Reading } from '../source.ts';
import { readCanonical } from './canonical.ts';
import { readEvent } from './events.ts';
import type { GenericSettings } from './settings.ts';

/** Most places that a problem names. */
const mostShown = 5;

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
export function readDelivery(delivery: StoredDelivery, settings: GenericSettings): Reading {
  const event = readEvent(delivery);
  if (event !== undefined) return event;
  const pieces = piecesOf(delivery);
  if (typeof pieces === 'string') return { problem: pieces };
  const answers: Answer[] = [];
  const problems: string[] = [];
  for (const { place, json } of pieces) {
    const read = json === undefined ? { problem: 'is no JSON' } : readCanonical(json, settings);
    if ('answer' in read) answers.push(read.answer);
    else problems.push(place === '' ? read.problem : `${place}: ${read.problem}`);
  }
  if (problems.length === 0) return { answers };
  const more = problems.length > mostShown ? ` (and ${problems.length - mostShown} more)` : '';
  return { problem: problems.slice(0, mostShown).join('; ') + more, ...(answers.length === 0 ? {} : { answers }) };
}

function piecesOf({ body, contentType }: StoredDelivery): readonly Piece[] | string {
  const whole = isLines(contentType) ? undefined : jsonIn(body);
  if (whole === undefined) return linesOf(body);
  const content = isEnvelope(whole) ? whole.data : whole;
  const list = isObject(content) && Object.keys(content).length === 1 && Array.isArray(content['answers']) ? content['answers'] : content;
  if (!Array.isArray(list)) return [{ place: '', json: list }];
  return list.map((json: unknown, index) => ({ place: `answer ${index + 1}`, json }));
}

function isLines(contentType: string | undefined): boolean {
  return /^application\/(x-)?(ndjson|jsonl|jsonlines)\b/i.test(contentType ?? '');
}

function linesOf(body: Uint8Array): readonly Piece[] | string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return 'the body is no text in UTF-8';
  }
  const lines = text.split(/\r?\n/).map((line, index) => ({ place: `line ${index + 1}`, line: line.trim() }));
  const filled = lines.filter(({ line }) => line !== '');
  if (filled.length === 0) return 'the body is empty';
  const pieces = filled.map(({ place, line }) => ({ place, json: jsonIn(line) }));
  return pieces.some(({ json }) => json !== undefined) ? pieces : 'the body is no JSON';
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEnvelope(value: unknown): value is { readonly data: unknown } {
  return isObject(value) && typeof value['type'] === 'string' && 'data' in value && !('response_id' in value);
}
