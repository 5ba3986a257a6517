import type { MetadataProblem } from '../errors.ts';
import { isApiName, tooLong } from './nameRules.ts';
import type { MetadataFile } from './packageSource.ts';
import { child, childFlag, childText } from './xmlTree.ts';

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

const badName =
  'The validation name can only contain alphanumeric characters, must begin with a letter, cannot end with an underscore or ' +
  'contain two consecutive underscore characters, and must be unique across fields.';

/** Reads a `ValidationRule` file. The formula is checked where the whole schema is known. */
export function readValidationRule(file: MetadataFile): {
  readonly source: ValidationRuleSource;
  readonly problems: readonly MetadataProblem[];
} {
  const { root, path } = file;
  const problems: MetadataProblem[] = [];
  const report = (element: string, message: string | undefined): void => {
    const line = child(root, element)?.line;
    if (message !== undefined) problems.push({ file: path, element, ...(line === undefined ? {} : { line }), message });
  };
  const name = childText(root, 'fullName')?.split('.').at(-1) ?? file.name;
  const formula = childText(root, 'errorConditionFormula') ?? '';
  const errorMessage = childText(root, 'errorMessage') ?? '';
  report('fullName', isApiName(name) ? tooLong('ValidationName', name, 40) : badName);
  if (formula === '') report('errorConditionFormula', 'Required field is missing: errorConditionFormula');
  if (errorMessage === '') report('errorMessage', 'Required field is missing: errorMessage');
  report('errorMessage', tooLong('Message', errorMessage, 255));
  report('description', tooLong('Description', childText(root, 'description'), 255));
  const errorField = childText(root, 'errorDisplayField');
  const rule: ValidationRule = {
    name,
    active: childFlag(root, 'active'),
    formula,
    errorMessage,
    ...(errorField === undefined || errorField === '' ? {} : { errorField }),
  };
  return { source: { file: path, object: file.object ?? '', rule }, problems };
}
