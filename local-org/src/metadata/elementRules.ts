import type { MetadataProblem } from '../errors.ts';
import type { XmlElement } from './xmlTree.ts';

/**
 * What local-org does with one element of a metadata file:
 * - `used`: it acts on it
 * - `kept`: it only matters to what is shown or to tooling; nothing that runs depends on it
 * - `refused`: it changes how a real org behaves and is not run here; `unless` lists harmless values
 */
export type ElementRule = 'used' | 'kept' | { readonly refused: string; readonly unless?: readonly string[] };

/** Refused whenever it says anything but `false`. */
export function refusedFlag(what: string): ElementRule {
  return { refused: `${what} is not run here`, unless: ['false', ''] };
}

/** One problem for each child of `element` that no rule knows or that a rule refuses: nothing is ignored in silence. */
export function elementProblems(
  file: string,
  element: XmlElement,
  rules: Readonly<Record<string, ElementRule>>,
): readonly MetadataProblem[] {
  const problems: MetadataProblem[] = [];
  for (const child of element.children) {
    const rule = Object.hasOwn(rules, child.name) ? rules[child.name] : undefined;
    const message = rule === undefined ? 'unknown element' : refusal(rule, child);
    if (message !== undefined) problems.push({ file, element: child.name, line: child.line, message });
  }
  return problems;
}

function refusal(rule: ElementRule, element: XmlElement): string | undefined {
  if (rule === 'used' || rule === 'kept') return undefined;
  const harmless = element.children.length === 0 && (rule.unless ?? []).includes(element.text.trim());
  return harmless ? undefined : rule.refused;
}
