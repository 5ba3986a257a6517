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
      if (bytes[0] === 0xff && bytes[1] === 0xfe) return { label: 'utf-16le', name: 'UTF-16', notes: [] };
      if (bytes[0] === 0xfe && bytes[1] === 0xff) return { label: 'utf-16be', name: 'UTF-16', notes: [] };
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
