import { SalesforceError } from '../../errors.ts';
import type { JsonValue } from '../apiMessages.ts';
import { JsonSyntaxError, placeOf, placeText, scanJson, type JsonPlace } from './jsonScanner.ts';

/** A value of a body that is not of its field's type. The server, which has the text, tells where it stands. */
export class JsonValueError extends SalesforceError {
  readonly #type: string;
  readonly #name: string;
  readonly #value: JsonValue;

  constructor(type: string, name: string, value: JsonValue) {
    super('JSON_PARSER_ERROR', messageOf(type, value, { line: 1, column: 1 }));
    this.name = 'JsonValueError';
    this.#type = type;
    this.#name = name;
    this.#value = value;
  }

  /** The same error with its place in the body's text. */
  located(text: string): SalesforceError {
    const position = positionOf(text, this.#name, this.#value);
    if (position === undefined) return this;
    return new SalesforceError('JSON_PARSER_ERROR', messageOf(this.#type, this.#value, placeOf(text, position)));
  }
}

/** @throws SalesforceError JSON_PARSER_ERROR with the platform's words and the place */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new SalesforceError('JSON_PARSER_ERROR', syntaxMessage(text, error));
  }
}

function syntaxMessage(text: string, error: unknown): string {
  try {
    scanJson(text);
  } catch (found) {
    if (found instanceof JsonSyntaxError) return found.message;
    throw found;
  }
  return error instanceof Error ? error.message : String(error);
}

/** Where the first member of this name and value stands. */
function positionOf(text: string, name: string, value: JsonValue): number | undefined {
  const wanted = JSON.stringify(value);
  let position: number | undefined;
  scanJson(text, (member, start, end) => {
    if (position === undefined && member === name && isSame(text.slice(start, end), wanted)) position = start;
  });
  return position;
}

function isSame(written: string, wanted: string): boolean {
  return written === wanted || JSON.stringify(JSON.parse(written)) === wanted;
}

/** The platform's words for a JSON value of the wrong type. */
function messageOf(type: string, value: JsonValue, place: JsonPlace): string {
  const found = `${tokenOf(value)} value ${shown(value)}`;
  return `Cannot deserialize instance of ${type} from ${found} or request may be missing a required field at ${placeText(place)}`;
}

function shown(value: JsonValue): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 80)}...` : text;
}

function tokenOf(value: JsonValue): string {
  if (typeof value === 'string') return 'VALUE_STRING';
  if (typeof value === 'number') return Number.isInteger(value) ? 'VALUE_NUMBER_INT' : 'VALUE_NUMBER_FLOAT';
  if (typeof value === 'boolean') return value ? 'VALUE_TRUE' : 'VALUE_FALSE';
  return Array.isArray(value) ? 'START_ARRAY' : 'START_OBJECT';
}
