import type { MetadataProblem } from '../errors.ts';
import { elementProblems, type ElementRule } from './elementRules.ts';
import type { MetadataFile } from './packageSource.ts';
import { childFlag, childText } from './xmlTree.ts';

/** A validation rule: an error when its formula is true. */
export interface ValidationRule {
  readonly name: string;
  readonly active: boolean;
  readonly formula: string;
  readonly errorMessage: string;
  /** Field beside which the error is shown; absent: the top of the page. */
  readonly errorField?: string;
}

/** A ValidationRule file. */
export interface ValidationRuleSource {
  readonly file: string;
  readonly object: string;
  readonly rule: ValidationRule;
}

const RULES: Readonly<Record<string, ElementRule>> = {
  fullName: 'used',
  active: 'used',
  errorConditionFormula: 'used',
  errorDisplayField: 'used',
  errorMessage: 'used',
  description: 'kept',
  shouldEvaluateOnClient: 'kept',
};

/** Reads a `ValidationRule` file. The formula is checked where the whole schema is known. */
export function readValidationRule(file: MetadataFile): {
  readonly source: ValidationRuleSource;
  readonly problems: readonly MetadataProblem[];
} {
  const { root, path } = file;
  const problems = [...elementProblems(path, root, RULES)];
  const formula = childText(root, 'errorConditionFormula') ?? '';
  const errorMessage = childText(root, 'errorMessage') ?? '';
  if (formula === '') problems.push({ file: path, element: 'errorConditionFormula', message: 'a validation rule needs a formula' });
  if (errorMessage === '') problems.push({ file: path, element: 'errorMessage', message: 'a validation rule needs an error message' });
  const errorField = childText(root, 'errorDisplayField');
  const rule: ValidationRule = {
    name: childText(root, 'fullName') ?? file.name,
    active: childFlag(root, 'active'),
    formula,
    errorMessage,
    ...(errorField === undefined ? {} : { errorField }),
  };
  return { source: { file: path, object: file.object ?? '', rule }, problems };
}
