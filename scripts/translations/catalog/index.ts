import { join } from 'node:path';
import { readPackage } from '../../docs/packageFiles';
import { GRAMMARS, type Grammar } from '../languages';
import type { Catalog } from '../text';
import { fieldTexts } from './fields';
import { flowTexts } from './flows';
import { labelTexts, navigationTexts } from './labels';
import { objectNames, objectPartTexts } from './objects';
import { packageTexts } from './packageTexts';
import { reportTexts } from './reports';
import { platformTexts, shellTexts } from './shell';

/** Folder of the package. */
export const PACKAGE = 'force-app/main/default';

/**
 * Everything that has a translation into a language, in the order of the exchange file.
 * @param root folder of the repository
 */
export async function readCatalog(root: string, language: string): Promise<Catalog> {
  const folder = join(root, PACKAGE);
  const all = packageTexts(
    readPackage(folder).filter(({ root: { name } }) => !name.endsWith('Translation') && name !== 'Translations'),
    folder,
  );
  const names = objectNames(all, grammarOf(language));
  return {
    texts: [
      ...labelTexts(all),
      ...navigationTexts(all),
      ...names.texts,
      ...objectPartTexts(all),
      ...fieldTexts(all),
      ...flowTexts(all),
      ...reportTexts(all),
      ...(await shellTexts(root, language)),
      ...platformTexts(root),
    ],
    derived: names.derived,
  };
}

/** @throws Error when the product has no such language */
export function grammarOf(language: string): Grammar {
  const grammar = GRAMMARS[language];
  if (grammar === undefined) throw new Error(`there is no language ${language}; the languages are ${Object.keys(GRAMMARS).join(', ')}`);
  return grammar;
}
