import { children, childText, type XmlElement } from './xmlTree.ts';

export const visibilityOperators = ['EQUAL', 'NE', 'GT', 'GE', 'LT', 'LE', 'CONTAINS'] as const;

/** One comparison of a component's condition. */
export interface VisibilityCriterion {
  /** Without braces: `Record.Status__c`, `$Client.FormFactor`, `$User.Alias`, `$Permission.CustomPermission.SeeAll` */
  readonly left: string;
  readonly operator: (typeof visibilityOperators)[number];
  readonly right: string;
}

/** The condition under which a component of a page is shown. */
export interface ComponentVisibility {
  readonly lines: readonly VisibilityCriterion[];
  /** `1 AND (2 OR 3)`; absent: all must hold. */
  readonly logic?: string;
}

const known =
  /^\{!((?:Record(?:\.\w+){1,3}|\$Client\.FormFactor|\$User\.\w+|\$Permission\.(?:CustomPermission|StandardPermission)\.\w+))\}$/u;

/** Reads a `visibilityRule`; a text says what of it is not run here. */
export function readVisibility(rule: XmlElement): ComponentVisibility | string {
  const lines: VisibilityCriterion[] = [];
  for (const criterion of children(rule, 'criteria')) {
    const [, left] = known.exec(childText(criterion, 'leftValue') ?? '') ?? [];
    const operator = visibilityOperators.find((one) => one === childText(criterion, 'operator'));
    if (left === undefined) return `visibility rules on ${childText(criterion, 'leftValue') ?? '(nothing)'}`;
    if (operator === undefined) return `visibility rules with ${childText(criterion, 'operator') ?? '(no operator)'}`;
    lines.push({ left, operator, right: childText(criterion, 'rightValue') ?? '' });
  }
  if (lines.length === 0) return 'visibility rules without criteria';
  const logic = childText(rule, 'booleanFilter');
  return { lines, ...(logic === undefined ? {} : { logic }) };
}
