import type { FieldEncryption } from '../schema/types.ts';

/** Characters that stay readable at the end of a masked text. */
const READABLE: Readonly<Record<FieldEncryption['maskType'], number>> = { all: 0, creditCard: 4, ssn: 4, lastFour: 4, sin: 4, nino: 0 };

/** The SQL of an encrypted text as it is shown: masked, but for its last characters where the mask leaves them. */
export function maskedSql(column: string, { maskChar, maskType }: FieldEncryption): string {
  const readable = READABLE[maskType];
  const hidden = `max(length(${column}) - ${String(readable)}, 0)`;
  // A text of n blanks, each turned into the mask's character.
  const mask = `replace(printf('%*s', ${hidden}, ''), ' ', '${maskChar}')`;
  const shown = readable === 0 ? mask : `${mask} || substr(${column}, ${hidden} + 1)`;
  return `CASE WHEN ${column} IS NULL THEN NULL ELSE ${shown} END`;
}
