/** A line of the file that goes to a translator and back. */
export interface ExchangeRow {
  readonly key: string;
  readonly english: string;
  readonly translation: string;
  readonly note: string;
}

const HEADER = ['key', 'English', 'translation', 'note'];

/** The file as text: one line a text, cells parted by tabs; `\n`, `\t` and `\\` stand for what would break a line. */
export function writeExchange(rows: readonly ExchangeRow[]): string {
  const lines = rows.map(({ key, english, translation, note }) => [key, english, translation, note].map(cell).join('\t'));
  return `${[HEADER.join('\t'), ...lines].join('\n')}\n`;
}

/** @throws Error naming the line that is no row, or the header when it is another */
export function readExchange(text: string): readonly ExchangeRow[] {
  const lines = text.replace(/^\uFEFF/u, '').split(/\r?\n/u);
  if (lines[0]?.split('\t').slice(0, 3).join('\t') !== HEADER.slice(0, 3).join('\t')) {
    throw new Error(`line 1 must be the header: ${HEADER.join(', ')}, parted by tabs`);
  }
  return lines.flatMap((line, index) => {
    if (index === 0 || line.trim() === '') return [];
    const [key = '', english, translation, note = ''] = line.split('\t').map(uncell);
    if (english === undefined || translation === undefined) throw new Error(`line ${String(index + 1)} has fewer than three cells`);
    return [{ key, english, translation, note }];
  });
}

const cell = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('\r', '').replaceAll('\n', '\\n').replaceAll('\t', '\\t');

const ESCAPED: Readonly<Record<string, string>> = { n: '\n', t: '\t', '\\': '\\' };
const uncell = (written: string): string => written.replaceAll(/\\([nt\\])/gu, (whole, letter: string) => ESCAPED[letter] ?? whole);
