import type { TextName } from './en.ts';
import { fillText, type Texts } from './fillText.ts';

/** How filters of list views and reports are said, by their operator: `{0}` is what is filtered, `{1}` what it is compared with. */
const sentences = {
  equals: 'filterEquals',
  notEqual: 'filterNotEqual',
  lessThan: 'filterLess',
  greaterThan: 'filterGreater',
  lessOrEqual: 'filterLessOrEqual',
  greaterOrEqual: 'filterGreaterOrEqual',
  contains: 'filterContains',
  notContain: 'filterNotContain',
  startsWith: 'filterStartsWith',
  includes: 'filterIncludes',
  excludes: 'filterExcludes',
} as const satisfies Readonly<Record<string, TextName>>;

/** Operators that have a sentence. */
export type SaidOperator = keyof typeof sentences;

/** The text of an operator's sentence; undefined for one that has none. */
export function filterTextName(operator: string): TextName | undefined {
  return Object.hasOwn(sentences, operator) ? sentences[operator as SaidOperator] : undefined;
}

/** A filter as it is said. */
export interface SaidFilter {
  /** What the column is called. */
  readonly label: string;
  readonly operator: string;
  /** As a person reads them; none for blank. */
  readonly values: readonly string[];
  /** Another sentence than the operator's. */
  readonly text?: TextName | undefined;
}

/** One filter in words: "Band is Red or Yellow", "Contact is empty". */
export function filterSentence(texts: Texts, { label, operator, values, text }: SaidFilter): string {
  if (values.length === 0) return fillText(operator === 'notEqual' ? texts.filterNotEmpty : texts.filterEmpty, [label]);
  const list = values.reduce((said, value) => fillText(texts.or, [said, value]));
  return fillText(texts[text ?? filterTextName(operator) ?? 'filterEquals'], [label, list]);
}
