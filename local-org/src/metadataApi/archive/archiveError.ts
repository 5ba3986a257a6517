/** An archive that is not taken as a whole: becomes the deployment's `errorStatusCode` and `errorMessage`. */
export class ArchiveError extends Error {
  readonly statusCode: string;

  constructor(statusCode: string, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'ArchiveError';
    this.statusCode = statusCode;
  }
}
