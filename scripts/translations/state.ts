import { readCatalog } from './catalog';
import { readTranslations, type Translations } from './store/files';
import { fingerprint, readFingerprints, type Fingerprints } from './store/fingerprints';
import type { Catalog, TranslatableText } from './text';

/** A language as it stands in the repository. */
export interface LanguageState {
  readonly language: string;
  readonly catalog: Catalog;
  readonly translations: Translations;
  readonly fingerprints: Fingerprints;
}

/** @throws Error when the product has no such language */
export async function readState(root: string, language: string): Promise<LanguageState> {
  const catalog = await readCatalog(root, language);
  return { language, catalog, translations: readTranslations(root, language, catalog), fingerprints: readFingerprints(root, language) };
}

/** The English text is another one than when it was translated. */
export function isStale({ fingerprints }: LanguageState, { key, english }: TranslatableText): boolean {
  const known = fingerprints.get(key);
  return known !== undefined && known !== fingerprint(english);
}
