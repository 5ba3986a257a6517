/** One figure of the wall. */
export interface WallFigure {
  readonly key: string;
  readonly label: string;
  /** A dash where there is no figure yet; never 0 for nothing. */
  readonly value: string;
  /** What is spoken in its place; empty where the value speaks for itself. */
  readonly spoken: string;
  /** How far the value may be off by chance; empty where that is not known. */
  readonly margin: string;
  readonly note: string;
  readonly few: boolean;
  /** Something that somebody should see to. */
  readonly isWarning: boolean;
}

/** A part of the day's ratings. */
export interface WallPart {
  readonly key: string;
  readonly band: string;
  readonly text: string;
  readonly style: string;
  readonly partClass: string;
}

/** The day's ratings as a bar; undefined without any. */
export interface WallSplit {
  readonly sentence: string;
  readonly parts: readonly WallPart[];
}
