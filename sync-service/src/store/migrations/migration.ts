/** The few words in which table definitions of the two databases differ. */
export interface SchemaWords {
  readonly dialect: 'sqlite' | 'postgres';
  /** Column type of a number that counts up by itself and is the primary key. */
  readonly identity: string;
  /** Type of texts, compared byte by byte. */
  readonly text: string;
  readonly integer: string;
  /** After the closing bracket of a table. */
  readonly strict: string;
}

/** One step forward. A released one is never changed; a new one is added at the end. */
export interface Migration {
  readonly name: string;
  statements(words: SchemaWords): string;
}
