/** What tells elements of one name apart: the value of a child, e.g. `name` -> `Rating__c`. */
export type Ids = readonly (readonly [child: string, value: string])[];

/** One element on the way to a text. */
export interface Step {
  readonly element: string;
  readonly ids: Ids;
}

/** Where the platform keeps a translation. */
export interface XmlPlace {
  readonly kind: 'xml';
  /** Path below `force-app/main/default`; `{lang}` stands for the language. */
  readonly file: string;
  readonly root: string;
  readonly rootIds: Ids;
  readonly steps: readonly Step[];
  /** The element that holds the text. */
  readonly leaf: string;
}

/** Where words of local-org itself are kept: a flat JSON file. */
export interface JsonPlace {
  readonly kind: 'json';
  /** Path below the repository; `{lang}` stands for the language. */
  readonly file: string;
  readonly name: string;
}

export type Place = XmlPlace | JsonPlace;

/** A text of the product that has a translation in each language. */
export interface TranslatableText {
  readonly key: string;
  readonly english: string;
  /** What it is and how it is used, for who translates. */
  readonly note: string;
  readonly place: Place;
  /** How many characters the platform takes. */
  readonly longest?: number;
  /** Only these answers are possible, e.g. the gender of a word. */
  readonly words?: readonly string[];
  /** May stay blank. */
  readonly isOptional?: boolean;
}

/** Text that follows from other texts, and that nobody has to translate. */
export interface DerivedText {
  readonly place: XmlPlace;
  readonly from: (textOf: (key: string) => string | undefined) => string | undefined;
}

/** Everything of the product that one language needs. */
export interface Catalog {
  readonly texts: readonly TranslatableText[];
  readonly derived: readonly DerivedText[];
}

/** An element on the way, told apart by the given children. */
export function step(element: string, ...ids: Ids): Step {
  return { element, ids };
}

/** A place in an XML file of the platform. */
export function xmlPlace(file: string, root: string, steps: readonly Step[], leaf: string, rootIds: Ids = []): XmlPlace {
  return { kind: 'xml', file, root, rootIds, steps, leaf };
}
