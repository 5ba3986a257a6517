import { SourceError } from '../errors.ts';
import { Inbox } from '../inbox/inbox.ts';
import type { RejectedFile } from '../inbox/rejectedFile.ts';
import type { Mapping } from '../mapping/mappingSchema.ts';
import { silentProgress, type Progress } from '../progress/progress.ts';
import type { Store } from '../store/store.ts';
import type { ImportSummary, RejectedRow } from '../summary/importSummary.ts';
import { openAnswerFile, type AnswerFile, type FileFormat, type ReadRow } from './answerFile.ts';

export interface ReadAnswers {
  readonly file: string;
  readonly mapping?: Mapping | undefined;
  readonly format?: FileFormat | undefined;
  /** Absent: nothing is stored, only checked. */
  readonly store?: Pick<Store, 'accept' | 'defineSurveys'> | undefined;
  /** Takes the rows that are no answers. */
  readonly rejects?: RejectedFile | undefined;
  readonly progress?: Progress | undefined;
  /** Raised: the reading ends after what was begun; what was read is stored. */
  readonly signal?: AbortSignal | undefined;
}

/** What reading a file came to. */
export type Reading = Pick<
  ImportSummary,
  'file' | 'encoding' | 'read' | 'accepted' | 'noRating' | 'rejected' | 'rejectedRows' | 'repeated' | 'unchanged' | 'notes'
> &
  Partial<Pick<ImportSummary, 'rejectedFile' | 'stopped'>>;

/** Rejected rows that a summary carries: what a person would go through. All of them are in the file beside the input. */
const rejectedRowsShown = 100;

/**
 * Reads a file of answers and stores what it understands; everything it counts as accepted is on disk when it resolves.
 * @throws PulseError when the file cannot be opened, or what it lists cannot be written
 */
export async function readAnswers(options: ReadAnswers): Promise<Reading> {
  const { file, mapping, store, rejects } = options;
  const opened = await openAnswerFile(file, options);
  if (mapping?.surveys !== undefined) await store?.defineSurveys(mapping.surveys);
  const inbox = new Inbox(store);
  const rejectedRows: RejectedRow[] = [];
  let read = 0;
  let rejected = 0;
  const stopped = await throughRows(opened, options, async ({ row, line, mapped }) => {
    read++;
    if ('answer' in mapped) return inbox.take(mapped.answer);
    const rejection = { row, line, responseId: mapped.responseId, reason: mapped.problems.join('; ') };
    if (rejected++ < rejectedRowsShown) rejectedRows.push(rejection);
    rejects?.write(rejection);
  });
  await inbox.flush();
  const rejectedFile = await rejects?.close();
  const { accepted, noRating, repeated, unchanged } = inbox;
  return {
    ...{ file, encoding: opened.encoding, notes: opened.notes() },
    ...{ read, rejected, rejectedRows, accepted, noRating, repeated, unchanged },
    ...(rejectedFile === undefined ? {} : { rejectedFile }),
    ...(stopped === undefined ? {} : { stopped }),
  };
}

/** @returns why the file was not read to its end */
async function throughRows(
  opened: AnswerFile,
  { progress = silentProgress, signal }: ReadAnswers,
  each: (row: ReadRow) => Promise<void> | void,
): Promise<string | undefined> {
  progress.start('Reading', opened.size);
  try {
    for await (const batch of opened.rows()) {
      for (const row of batch) await each(row);
      progress.update(opened.bytesRead());
      if (signal?.aborted === true) return 'It was interrupted.';
    }
    return undefined;
  } catch (thrown) {
    if (thrown instanceof SourceError) return thrown.message;
    throw thrown;
  }
}
