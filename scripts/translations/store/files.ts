import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseXml, type XmlElement } from '../../check-metadata/xmlFile';
import { PACKAGE } from '../catalog';
import { WORD_FILES } from '../catalog/shell';
import type { Catalog, XmlPlace } from '../text';
import { fileWith, textAt } from './tree';
import { readWords } from './words';

/** Translations of one language by the key of the text. */
export type Translations = ReadonlyMap<string, string>;

/** What the files of a language say; texts that are not translated are left out. */
export function readTranslations(root: string, language: string, { texts }: Catalog): Translations {
  const parsed = new Map<string, XmlElement | undefined>();
  const words = new Map(WORD_FILES.map((file) => [file, readWords(join(root, inLanguage(file, language)))]));
  const found = texts.flatMap(({ key, place }): [string, string][] => {
    if (place.kind === 'json') {
      const word = words.get(place.file)?.[place.name];
      return word === undefined ? [] : [[key, word]];
    }
    const path = inLanguage(place.file, language);
    if (!parsed.has(path)) parsed.set(path, readXml(join(root, PACKAGE, path)));
    const file = parsed.get(path);
    const text = file === undefined ? undefined : textAt(file, place);
    return text === undefined ? [] : [[key, text]];
  });
  return new Map(found);
}

/** The files, by path below the repository, that hold these translations and nothing else. */
export function filesFor(language: string, { texts, derived }: Catalog, translations: Translations): ReadonlyMap<string, string> {
  const perFile = new Map<string, [XmlPlace, string][]>();
  const words = new Map<string, Record<string, string>>();
  const empty = new Set<string>();
  const put = (place: XmlPlace, text: string): void => {
    const path = inLanguage(place.file, language);
    perFile.set(path, [...(perFile.get(path) ?? []), [place, text]]);
  };
  for (const { key, place } of texts) {
    const text = translations.get(key);
    if (text === undefined) continue;
    if (place.kind === 'xml') put(place, text);
    else words.set(place.file, { ...words.get(place.file), [place.name]: text });
  }
  for (const { place, from } of derived) {
    const text = from((key) => translations.get(key));
    if (text !== undefined) put(place, text);
  }
  for (const path of [...perFile.keys()].filter((name) => name.endsWith('.fieldTranslation-meta.xml'))) {
    // The CLI takes files of fields only beside the file of their object.
    const parent = join(dirname(path), `${basename(dirname(path))}.objectTranslation-meta.xml`);
    if (!perFile.has(parent)) empty.add(parent);
  }
  const files = [...perFile].flatMap(([path, placed]): [string, string][] => {
    const first = placed[0]?.[0];
    return first === undefined ? [] : [[join(PACKAGE, path), fileWith(first.root, first.rootIds, placed)]];
  });
  const ownWords = [...words].map(([file, texts]): [string, string] => [inLanguage(file, language), `${JSON.stringify(texts, null, 2)}\n`]);
  const parents = [...empty].map((path): [string, string] => [join(PACKAGE, path), fileWith('CustomObjectTranslation', [], [])]);
  return new Map([...files, ...parents, ...ownWords]);
}

/** Every file of a language that is there. */
export function filesThere(root: string, language: string): readonly string[] {
  const ends = new RegExp(`-${language}\\.(?:globalValueSet|standardValueSet|object)Translation-meta\\.xml$`, 'u');
  const inFolder = new RegExp(`-${language}/[^/]+\\.fieldTranslation-meta\\.xml$`, 'u');
  const ofPackage = ['translations', 'objectTranslations', 'globalValueSetTranslations', 'standardValueSetTranslations']
    .map((folder) => join(PACKAGE, folder))
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)))
    .filter((path) => ends.test(path) || inFolder.test(path) || path.endsWith(`/${language}.translation-meta.xml`));
  const ofLocalOrg = WORD_FILES.map((file) => inLanguage(file, language)).filter((file) => existsSync(join(root, file)));
  return [...ofPackage, ...ofLocalOrg].sort();
}

/** Makes the files of a language be these and no others. @returns how many changed */
export function writeFiles(root: string, language: string, files: ReadonlyMap<string, string>): number {
  const gone = filesThere(root, language).filter((path) => !files.has(path));
  for (const path of gone) rmSync(join(root, path));
  const changed = [...files].filter(([path, text]) => textOf(join(root, path)) !== text);
  for (const [path, text] of changed) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return gone.length + changed.length;
}

export function textOf(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

function inLanguage(file: string, language: string): string {
  return file.replaceAll('{lang}', language);
}

function readXml(path: string): XmlElement | undefined {
  const text = textOf(path);
  if (text === undefined) return undefined;
  const file = parseXml(path, text);
  if (!('root' in file)) throw new Error(`${path} ${file.message}`);
  return file.root;
}
