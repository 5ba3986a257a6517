import { bytesOf } from './bytes.ts';

/** How the bytes of a file are to be read. */
export interface TextEncoding {
  /** A label of the Encoding Standard. */
  readonly label: 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be';
  readonly name: string;
  readonly notes: readonly string[];
}

/**
 * Decides by one strict pass over the whole file: what is valid UTF-8 is UTF-8, and anything else is Windows-1252, the encoding
 * of older exports, in which every byte is a character. Windows-1252 text with accents is practically never valid UTF-8.
 */
export async function detectEncoding(file: string): Promise<TextEncoding> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  let first = true;
  for await (const bytes of bytesOf(file)) {
    if (first) {
      const utf16 = utf16Label(bytes);
      if (utf16 !== undefined) return { label: utf16, name: 'UTF-16', notes: [] };
      first = false;
    }
    try {
      decoder.decode(bytes, { stream: true });
    } catch {
      return windows1252(line + lineOfBadByte(bytes));
    }
    line += countLines(bytes);
  }
  try {
    decoder.decode();
  } catch {
    return windows1252(line);
  }
  return { label: 'utf-8', name: 'UTF-8', notes: [] };
}

/** By the byte-order mark, or where it is missing by the first letters: a plain letter is a zero and a non-zero byte in UTF-16. */
function utf16Label([one, two, three, four]: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (one === 0xff && two === 0xfe) return 'utf-16le';
  if (one === 0xfe && two === 0xff) return 'utf-16be';
  if (one && two === 0 && three && four === 0) return 'utf-16le';
  return one === 0 && two && three === 0 && four ? 'utf-16be' : undefined;
}

function windows1252(line: number): TextEncoding {
  const note = `The file is not UTF-8 (first seen near line ${line}) and was read as Windows-1252. If letters look wrong, save it as UTF-8.`;
  return { label: 'windows-1252', name: 'Windows-1252', notes: [note] };
}

/** Lines before the first byte that no UTF-8 text has there; approximate when a character is cut by the chunk's start. */
function lineOfBadByte(bytes: Buffer): number {
  let low = 0;
  let high = bytes.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (isUtf8Prefix(bytes.subarray(0, middle))) low = middle;
    else high = middle;
  }
  return countLines(bytes.subarray(0, low));
}

function isUtf8Prefix(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function countLines(bytes: Buffer): number {
  let lines = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines++;
  return lines;
}
