/** A figure at the head of the sheet; all words are made outside. */
export interface PaperFigure {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  /** What it rests on and how far it goes, a line each. */
  readonly notes: readonly string[];
  /** It has more to say than the others. */
  readonly isWide?: boolean;
  /** With a bar before it: somebody must act. */
  readonly isUrgent?: boolean;
}

export interface PaperColumn {
  readonly label: string;
  readonly isNumeric?: boolean;
}

/** One row: a text a column. The first one heads the row and leads to the record. */
export interface PaperRow {
  readonly id: string;
  readonly cells: readonly string[];
  /** In bold. */
  readonly isUrgent?: boolean;
  /** The id is that of a record, whose page the first cell opens. */
  readonly isRecord?: boolean;
}

/** A part of the sheet: a table, or words where there is nothing to list. */
export interface PaperSection {
  readonly key: string;
  readonly heading: string;
  readonly text?: string | undefined;
  readonly columns: readonly PaperColumn[];
  readonly rows: readonly PaperRow[];
  /** "and 12 more" */
  readonly more?: string | undefined;
}

/** A sheet to be read, talked through and printed. */
export interface PaperView {
  readonly title: string;
  /** What it is about: the days, and what they are compared with. */
  readonly span: string;
  /** When it was made. */
  readonly made: string;
  readonly figures: readonly PaperFigure[];
  readonly sections: readonly PaperSection[];
  /** Lines to sign on. */
  readonly signatures: readonly string[];
  /** How its figures are to be read. */
  readonly note: string;
}
