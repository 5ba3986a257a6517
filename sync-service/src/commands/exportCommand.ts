import { createWriteStream, openSync } from 'node:fs';
import path from 'node:path';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { Writable } from 'node:stream';
import { textFields, type Answer } from '../answer.ts';
import { asError, SetupError, systemCode } from '../errors.ts';
import { csvLine } from '../inbox/safeCsv.ts';
import type { KnownAnswer } from '../store/ports/links.ts';
import { withStore, type CommandWorld, type CommonFlags } from './world.ts';
import { counted } from './words.ts';

export interface ExportFlags extends CommonFlags {
  readonly format: 'csv' | 'ndjson';
  readonly output?: string;
  readonly source?: string;
}

const pageSize = 1_000;

/**
 * Writes the answers of the store in the service's own format: what is written here can be imported again. Those that retention has
 * reduced to keys are left out and counted.
 */
export async function exportCommand(flags: ExportFlags, world: CommandWorld): Promise<number> {
  const target = flags.output === undefined ? process.stdout : openOutput(flags.output);
  const { written, reduced } = await withStore(flags, world, { readOnly: true }, async (store) => {
    const counted = { written: 0, reduced: 0 };
    const write = lineWriter(flags.format);
    await put(target, write.header);
    for (let after = 0; ;) {
      const page = await store.answersAfter(after, pageSize);
      const last = page.at(-1);
      if (last === undefined) break;
      after = last.sequence;
      const wanted = page.filter(({ externalId }) => flags.source === undefined || externalId.startsWith(`${flags.source}:`));
      const known = wanted.filter((answer) => answer.answer !== undefined);
      counted.reduced += wanted.length - known.length;
      counted.written += known.length;
      await put(target, known.map(write.line).join(''));
    }
    return counted;
  });
  if (flags.output !== undefined) target.end();
  await allWritten(target, flags.output === undefined);
  const where = flags.output === undefined ? '' : ` to ${flags.output} (personal data: keep it safe)`;
  world.printError(
    `Wrote ${counted(written, 'answer')}${where}.${reduced > 0 ? ` ${reduced} are reduced to their keys by now and were left out.` : ''}`,
  );
  return 0;
}

/** @param staysOpen true for standard output, which is not this command's to close */
async function allWritten(target: Writable, staysOpen: boolean): Promise<void> {
  try {
    if (staysOpen) await new Promise<void>((resolve, reject) => target.write('', (error) => (error ? reject(error) : resolve())));
    else await finished(target);
  } catch (thrown) {
    throw notWritten(thrown);
  }
}

function notWritten(thrown: unknown): SetupError {
  return new SetupError(`The export cannot be written: ${asError(thrown).message}`);
}

/** Of its owner alone, and never over a file that is there. */
function openOutput(output: string): Writable {
  const file = path.resolve(output);
  try {
    const stream = createWriteStream(file, { fd: openSync(file, 'wx', 0o600) });
    // Told of at the next write, or at the end.
    return stream.on('error', () => undefined);
  } catch (thrown) {
    const why = systemCode(thrown) === 'EEXIST' ? 'it is there already; name a new file' : asError(thrown).message;
    throw new SetupError(`${file} cannot be written: ${why}.`);
  }
}

/** Waits where the reader is slower, so that memory stays small. */
async function put(target: Writable, text: string): Promise<void> {
  if (text === '') return;
  try {
    if (target.errored !== null) throw target.errored;
    if (!target.write(text)) await once(target, 'drain');
  } catch (thrown) {
    throw notWritten(thrown);
  }
}

interface LineWriter {
  readonly header: string;
  readonly line: (known: KnownAnswer) => string;
}

const csvColumns = ['source', 'response_id', 'responded_at', 'updated_at', 'rating', 'reasons', 'do_not_contact', ...textFields] as const;

function lineWriter(format: ExportFlags['format']): LineWriter {
  if (format === 'csv') return { header: csvLine(csvColumns), line: ({ answer }) => (answer === undefined ? '' : csvLine(cells(answer))) };
  return { header: '', line: ({ answer }) => (answer === undefined ? '' : `${JSON.stringify(canonical(answer))}\n`) };
}

function cells(answer: Answer): readonly string[] {
  const { reasons, guard: _guard, extra: _extra, ...single } = canonical(answer);
  const values: Readonly<Record<string, string | number | boolean | null | undefined>> = { ...single, reasons: reasons?.join(';') };
  return csvColumns.map((column) => String(values[column] ?? ''));
}

/** An answer by the names of the service's own format. */
function canonical(answer: Answer) {
  return {
    ...{ source: answer.source, response_id: answer.responseId, responded_at: answer.respondedAt, updated_at: answer.updatedAt },
    ...{ rating: answer.rating, reasons: answer.reasons, do_not_contact: answer.doNotContact, guard: answer.guard, extra: answer.extra },
    ...answer.text,
  };
}
