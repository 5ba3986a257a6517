import { createHash } from 'node:crypto';
import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js';

/**
 * A phone number in the one form in which it is compared, E.164 (`+31201234567`); `undefined` when the text is no possible number.
 * @param country two capital letters, for numbers without a country of their own
 */
export function normalisePhone(text: string | null | undefined, country?: string): string | undefined {
  if (!text) return undefined;
  const international = text.trim().replace(/^00(?=[1-9])/, '+');
  const known = country !== undefined && isSupportedCountry(country) ? country : undefined;
  const number = parsePhoneNumberFromString(international, known);
  return number?.isPossible() === true ? number.number : undefined;
}

/** What stands for an unknown number in the org. */
export function phoneHash(normalised: string): string {
  return createHash('sha256').update(normalised).digest('hex');
}

/**
 * A LIKE pattern that every way of writing a number meets: its national digits with anything between them. What it finds has to be
 * normalised and compared.
 */
export function phonePattern(normalised: string): string {
  const national = parsePhoneNumberFromString(normalised)?.nationalNumber ?? normalised.slice(1);
  return `%${[...national].join('%')}%`;
}
