/** What kind of word a token is. Operators and brackets carry their own text. */
export type TokenKind = 'number' | 'text' | 'name' | 'symbol' | 'end';

/** One word of a formula. */
export interface Token {
  readonly kind: TokenKind;
  /** Symbols and names as written; texts with their escapes resolved. */
  readonly text: string;
  /** Offset of its first character in the formula. */
  readonly position: number;
}
