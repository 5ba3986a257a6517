/** A language in its own words, `Dansk`, as people look for it. @param key `da`, `nl_NL` */
export function nameOfLanguage(key: string): string {
  const tag = key.replace('_', '-');
  const name = named(tag, tag, 'language');
  return name.replace(/^./u, (letter) => letter.toLocaleUpperCase(tag));
}

/** A locale in the words of a language: `English (United Kingdom)`. */
export function nameOfLocale(locale: string, language: string): string {
  return named(locale, language, 'language');
}

/** What Intl does not know is shown as it is. */
function named(tag: string, language: string, type: 'language'): string {
  try {
    return new Intl.DisplayNames([language], { type }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
