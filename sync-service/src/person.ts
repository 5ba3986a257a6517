import { hash } from 'node:crypto';
import { parsePhoneNumberFromString } from 'libphonenumber-js';
import type { Answer } from './answer.ts';

/** What may be known of a person: any of it identifies their answers. */
export interface PersonClues {
  readonly email?: string | null | undefined;
  readonly phone?: string | null | undefined;
  /** 15 or 18 characters. */
  readonly contactId?: string | null | undefined;
  readonly respondent?: string | null | undefined;
}

/**
 * Keys of the person who gave an answer, the same wherever they come from: `email:<sha-256 of the normalised address>`,
 * `phone:<sha-256 of +digits>`, `contact:<id>`, `respondent:<source>:<id>`. None for an anonymous answer.
 */
export function personKeysOf({ source, text }: Pick<Answer, 'source' | 'text'>): readonly string[] {
  return personKeys({ email: text.email, phone: text.phone, contactId: text.contact_id, respondent: text.respondent }, [source]);
}

/** Keys of a person by what is known. @param sources where a respondent's id may come from */
export function personKeys({ email, phone, contactId, respondent }: PersonClues, sources: readonly string[]): readonly string[] {
  const address = email ? plainAddress(email) : '';
  const digits = phone ? plainPhone(phone) : '';
  return [
    ...(address === '' ? [] : [`email:${sha256(address)}`]),
    ...(digits === '' ? [] : [`phone:${sha256(digits)}`]),
    // The first 15 characters are the id; the other three repeat their case.
    ...(contactId ? [`contact:${contactId.trim().slice(0, 15)}`] : []),
    ...(respondent ? sources.map((source) => `respondent:${source}:${respondent}`) : []),
  ];
}

/** `Ada <Ada@Example.com>` and `mailto:ada@example.com` are one address. */
export function plainAddress(text: string): string {
  const bare = /<([^<>]+)>\s*$/.exec(text)?.[1] ?? text;
  return bare
    .trim()
    .replace(/^mailto:/i, '')
    .normalize('NFC')
    .toLowerCase();
}

/** `+46 (0)70-123 45 67`, `tel:+46701234567` and `0046701234567` are one number. */
function plainPhone(text: string): string {
  const international = text
    .normalize('NFKC')
    .trim()
    .replace(/^tel:\s*/i, '')
    .replace(/^00/, '+');
  const known = parsePhoneNumberFromString(international);
  if (known?.isPossible() === true) return known.number;
  const digits = international.replace('(0)', '').replace(/\D/g, '');
  return digits === '' ? '' : `${international.startsWith('+') ? '+' : ''}${digits}`;
}

function sha256(text: string): string {
  return hash('sha256', text, 'hex');
}
