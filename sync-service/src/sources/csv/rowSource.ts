/** One record of a source before it is understood. */
export interface SourceRow {
  /** 1 for the first row after the header. */
  readonly row: number;
  /** Line of the file on which the row begins, the first line being 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** A file opened for reading: its header, and its rows as they come. */
export interface RowSource {
  readonly header: readonly string[];
  /** Such as `UTF-8`; what the bytes were read as. */
  readonly encoding: string;
  /** Things the user should know about the file, in sentences. */
  readonly notes: readonly string[];
  /** Bytes of the whole file. */
  readonly size: number;
  /** Bytes read so far. */
  bytesRead(): number;
  /**
   * The rows in batches, each read once.
   * @throws SourceError when the file cannot be read any further, after every row before that place has been given
   */
  batches(): AsyncGenerator<readonly SourceRow[]>;
}
