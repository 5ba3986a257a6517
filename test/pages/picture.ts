import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** Where the pictures are that people look at and the next run is compared with. */
export const KEPT = 'docs/screens';
/** Whether this run makes the pictures anew. */
export const RENEWING = process.env['UPDATE_SCREENSHOTS'] === '1';
/** Where a run leaves what differs. */
const DIFFERING = 'test/.artifacts/pictures';

/** Share of the pixels that may differ: the blinking of a time, an edge that is drawn half a pixel further. */
const TOLERANCE = 0.004;
/** The same where pictures are renewed: a figure that changed is worth a new picture, however large the page. */
const RENEWED_FROM = 0.0002;
/** How much a pixel's colour may differ before it counts, 0 to 1. */
const COLOUR_TOLERANCE = 0.15;

/**
 * Compares a picture with the one that is kept, or keeps it where `UPDATE_SCREENSHOTS=1`.
 * @returns what is wrong, in words; undefined when they agree
 */
export function pictureProblem(name: string, taken: Buffer): string | undefined {
  const kept = join(KEPT, `${name}.png`);
  if (RENEWING) {
    keepPicture(kept, taken);
    return undefined;
  }
  if (!existsSync(kept)) return `There is no ${kept} yet: run with UPDATE_SCREENSHOTS=1 and look at it.`;
  const difference = differenceOf(readFileSync(kept), taken);
  if (difference === undefined) return undefined;
  mkdirSync(DIFFERING, { recursive: true });
  writeFileSync(join(DIFFERING, `${name}.png`), taken);
  if (difference.picture !== undefined) writeFileSync(join(DIFFERING, `${name}-difference.png`), difference.picture);
  return `${difference.text} Compare ${kept} with ${DIFFERING}/${name}.png; when the change is meant, run with UPDATE_SCREENSHOTS=1.`;
}

/** Writes the picture only where it differs, so that an update touches no more files than it must. */
export function keepPicture(file: string, taken: Buffer): void {
  mkdirSync(KEPT, { recursive: true });
  if (existsSync(file) && differenceOf(readFileSync(file), taken, RENEWED_FROM) === undefined) return;
  writeFileSync(file, taken);
}

/** How two pictures differ beyond the tolerance. */
export function differenceOf(
  before: Buffer,
  after: Buffer,
  tolerance = TOLERANCE,
): { readonly text: string; readonly picture?: Buffer } | undefined {
  const [one, other] = [PNG.sync.read(before), PNG.sync.read(after)];
  const { width, height } = one;
  if (width !== other.width || height !== other.height)
    return { text: `The picture was ${String(width)} x ${String(height)} and is ${String(other.width)} x ${String(other.height)} pixels.` };
  const marked = new PNG({ width, height });
  const pixels = pixelmatch(one.data, other.data, marked.data, width, height, { threshold: COLOUR_TOLERANCE });
  const share = pixels / (width * height);
  if (share <= tolerance) return undefined;
  return { text: `${(share * 100).toFixed(1)} % of the pixels differ.`, picture: PNG.sync.write(marked) };
}
