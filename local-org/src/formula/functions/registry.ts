import { dateFunctions } from './date.ts';
import type { FunctionDefinition } from './definition.ts';
import { linkFunctions } from './link.ts';
import { locationFunctions } from './location.ts';
import { logicalFunctions } from './logical.ts';
import { numberFunctions } from './number.ts';
import { operators } from './operators.ts';
import { regex } from './pattern.ts';
import { picklistFunctions } from './picklist.ts';
import { recordFunctions } from './record.ts';
import { textFunctions } from './text.ts';
import { vlookup } from './vlookup.ts';

const definitions: ReadonlyMap<string, FunctionDefinition> = new Map(
  [
    ...operators,
    ...logicalFunctions,
    ...numberFunctions,
    ...textFunctions,
    ...dateFunctions,
    ...picklistFunctions,
    ...recordFunctions,
    ...linkFunctions,
    ...locationFunctions,
    regex,
    vlookup,
  ].map((definition) => [definition.name, definition]),
);

/** Functions of buttons, pages and reports: the platform refuses them in every formula that an org here can have. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  'GETRECORDIDS',
  'HTMLENCODE',
  'INCLUDE',
  'JSENCODE',
  'JSINHTMLENCODE',
  'LINKTO',
  'PARENTGROUPVAL',
  'PREVGROUPVAL',
  'REQUIRESCRIPT',
  'URLENCODE',
  'URLFOR',
]);
/** Functions that a formula may use on the platform and that are not run here. */
const NOT_RUN: ReadonlySet<string> = new Set(['GETSESSIONID', 'IMAGEPROXYURL', 'JUNCTIONIDLIST', 'PREDICT']);

/** The function or operator of that upper-cased name. */
export function findDefinition(name: string): FunctionDefinition | undefined {
  return definitions.get(name);
}

/** Why a function is refused that the platform has; undefined for one that nobody knows. */
export function refusal(name: string): string | undefined {
  if (ELSEWHERE.has(name)) return notInThisPlace(name);
  return NOT_RUN.has(name) ? `Function ${name} is not run by local-org.` : undefined;
}

export function notInThisPlace(name: string): string {
  return `Function ${name} may not be used in this type of formula.`;
}
