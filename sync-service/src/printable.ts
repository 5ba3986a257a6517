/**
 * A text as a terminal may be given it: control characters, which could rename its window or hide lines, are shown as `\u001b`.
 * Line ends and tabs stay; JSON stays the same JSON.
 */
export function printable(text: string): string {
  return text.replace(/[^\P{Cc}\t\r\n]/gu, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
