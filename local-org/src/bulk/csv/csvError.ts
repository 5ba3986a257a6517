/** A job's data is no CSV: the job fails with this text. */
export class CsvError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CsvError';
  }
}

export const csvErrors = {
  unescapedQuote: () =>
    new CsvError('InvalidBatch : Failed to parse CSV. Found unescaped quote. A value with quote should be within a quote'),
  openQuote: () => new CsvError('InvalidBatch : Failed to parse CSV. EOF reached before closing an opened quote'),
  recordTooLong: (most: number) => new CsvError(`InvalidBatch : Failed to parse CSV. A record is longer than ${most} bytes`),
  lineEnding: (setting: string) =>
    new CsvError(`ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is ${setting}`),
} as const;
