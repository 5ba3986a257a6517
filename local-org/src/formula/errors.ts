/** A formula that cannot be accepted: what is wrong, in the platform's words, and where. */
export class FormulaError extends Error {
  /** Zero-based offset into the formula's text. */
  readonly position: number;

  constructor(message: string, position: number) {
    super(message);
    this.name = 'FormulaError';
    this.position = position;
  }
}

/** An accepted formula that met values it cannot work with: the platform shows `#Error!`. */
export class FormulaRunError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'FormulaRunError';
  }
}
