const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/**
 * Ids as an org gives them out: key prefix, instance, a number that goes up.
 * @param step how far apart they are: other records, or other shards, take the numbers between
 */
export function recordIds(prefix: string, count: number, { first = 7_450_000, step = 1 } = {}): readonly string[] {
  return Array.from({ length: count }, (_, place) => {
    const id = `${prefix}gK0${base62(first + place * step).padStart(9, '0')}`;
    return id + checksum(id);
  });
}

function base62(number: number): string {
  const rest = Math.floor(number / 62);
  return (rest === 0 ? '' : base62(rest)) + (digits[number % 62] ?? '');
}

/** The three letters that tell the capitals of the 15 characters before them. */
function checksum(id: string): string {
  return [0, 5, 10]
    .map((start) => {
      const bits = [...id.slice(start, start + 5)].map((letter, place) => (/[A-Z]/u.test(letter) ? 2 ** place : 0));
      return 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345'[bits.reduce<number>((sum, bit) => sum + bit, 0)];
    })
    .join('');
}
