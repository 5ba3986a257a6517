import { jsonIn } from '../http/replies.ts';
import { checkSignature } from '../http/signature.ts';
import type { Authenticity } from '../source.ts';
import { message } from './payloads.ts';

const signing = { algorithm: 'sha512', encoding: 'hex' } as const;

/** Checks an event: the signature stands in the form beside the message that it signs. */
export function checkEvent(rawBody: Uint8Array, keys: readonly string[]): Authenticity {
  const form = formOf(rawBody);
  const given = form.get('HMAC')?.toLowerCase();
  return checkSignature(form.get('MSG') ?? '', given, keys, signing);
}

/** The response that an event names. */
export function namedIn(rawBody: Uint8Array): { readonly survey: string; readonly response: string } | undefined {
  const parsed = message.safeParse(jsonIn(formOf(rawBody).get('MSG') ?? ''));
  return parsed.success ? { survey: parsed.data.SurveyID, response: parsed.data.ResponseID } : undefined;
}

function formOf(rawBody: Uint8Array): URLSearchParams {
  return new URLSearchParams(new TextDecoder().decode(rawBody));
}
