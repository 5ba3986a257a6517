import { dateFunctions } from './date.ts';
import type { FunctionDefinition } from './definition.ts';
import { linkFunctions } from './link.ts';
import { logicalFunctions } from './logical.ts';
import { numberFunctions } from './number.ts';
import { operators } from './operators.ts';
import { regex } from './pattern.ts';
import { picklistFunctions } from './picklist.ts';
import { recordFunctions } from './record.ts';
import { textFunctions } from './text.ts';

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
    regex,
  ].map((definition) => [definition.name, definition]),
);

/** Functions that the platform has and local-org does not run: refused by name rather than called unknown. */
const REFUSED: ReadonlySet<string> = new Set([
  'CURRENCYRATE',
  'DISTANCE',
  'GEOLOCATION',
  'GETRECORDIDS',
  'GETSESSIONID',
  'HTMLENCODE',
  'IMAGEPROXYURL',
  'INCLUDE',
  'ISCLONE',
  'JSENCODE',
  'JSINHTMLENCODE',
  'JUNCTIONIDLIST',
  'LINKTO',
  'PARENTGROUPVAL',
  'PREDICT',
  'PREVGROUPVAL',
  'REQUIRESCRIPT',
  'URLENCODE',
  'URLFOR',
  'VLOOKUP',
]);

/** The function or operator of that upper-cased name. */
export function findDefinition(name: string): FunctionDefinition | undefined {
  return definitions.get(name);
}

export function isRefused(name: string): boolean {
  return REFUSED.has(name);
}
