/**
 * Record ids: 15 characters that tell case apart, and 3 more that repeat which
 * of them are capitals, so that the 18 characters survive tools that do not.
 * The id's digits sort like SQLite's text, so the newest id is the greatest.
 */

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const CHECK_DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
/** Where real ids tell the instance; ours say that they come from a local org. */
const INSTANCE = 'Lo0';
const SERIAL_LENGTH = 9;
const ID_PATTERN = /^[0-9A-Za-z]{15}(?:[A-Z0-5]{3})?$/u;
const CHECK_DIGIT_LIST: readonly string[] = Array.from(CHECK_DIGITS);

/** The 18-character form of a 15-character id. */
export function withChecksum(id15: string): string {
  let suffix = '';
  for (let block = 0; block < 15; block += 5) {
    let bits = 0;
    for (let position = 0; position < 5; position += 1) {
      const character = id15.charCodeAt(block + position);
      if (character >= 65 && character <= 90) bits |= 1 << position;
    }
    suffix += CHECK_DIGIT_LIST[bits] ?? '';
  }
  return id15 + suffix;
}

/** The 18-character form of an id in either form; undefined when it is not an id (wrong checksum included). */
export function normaliseId(id: string): string | undefined {
  if (!ID_PATTERN.test(id)) return undefined;
  const full = withChecksum(id.slice(0, 15));
  return id.length === 15 || id === full ? full : undefined;
}

/** The id of the n-th record of an object. */
export function idFromSerial(keyPrefix: string, serial: number): string {
  let digits = '';
  for (let rest = serial; rest > 0; rest = Math.floor(rest / 62)) digits = DIGITS.charAt(rest % 62) + digits;
  return withChecksum(keyPrefix + INSTANCE + digits.padStart(SERIAL_LENGTH, '0'));
}

/** The serial within an id of this org; 0 for ids made elsewhere. */
export function serialOfId(id: string): number {
  if (id.slice(3, 6) !== INSTANCE) return 0;
  let serial = 0;
  for (const digit of id.slice(6, 15)) serial = serial * 62 + DIGITS.indexOf(digit);
  return serial;
}
